package dev.parley.app.ui.start;

import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Invite;
import dev.parley.app.session.Located;
import dev.parley.app.session.SessionException;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.VisibleText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a room that is not in sight: by an address, a link, or a picture of a QR code.
public final class AddressModel {

    private static final Logger LOG = LoggerFactory.getLogger(AddressModel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StartParts parts;
    private final NameModel name;
    private final QrPictures pictures;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Invite>> offered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper host = new ReadOnlyStringWrapper("");
    private final ObservableList<SightedRoom> found = FXCollections.observableArrayList();
    private final ObservableList<SightedRoom> foundView = FXCollections.unmodifiableObservableList(found);
    private int question;

    AddressModel(StartParts parts, NameModel name, QrPictures pictures) {
        this.parts = parts;
        this.name = name;
        this.pictures = pictures;
        typed.addListener((_, _, _) -> {
            problem.set("");
            found.clear();
        });
    }

    /// Opens the panel.
    ///
    /// @param clipboard what was copied last; an invite in it is offered
    public void show(String clipboard) {
        offered.set(invite(clipboard));
        open.set(true);
    }

    /// Closes it and forgets what was asked.
    public void hide() {
        question++;
        busy.set(false);
        open.set(false);
        typed.set("");
        problem.set("");
        found.clear();
    }

    private static Optional<Invite> invite(String text) {
        try {
            return Invite.looksLikeOne(text) ? Optional.of(Invite.parse(text)) : Optional.empty();
        } catch (SessionException e) {
            return Optional.empty();
        }
    }

    /// Goes by the invite that was copied.
    public void useOffered() {
        offered.get().ifPresent(i -> open(i.toString()));
    }

    /// Goes by a link that came from elsewhere.
    public void open(String link) {
        open.set(true);
        typed.set(link.strip());
        go();
    }

    /// Goes where the typed words lead: into the room of an invite, or to the list of rooms of a host.
    public void go() {
        String text = typed.get().strip();
        if (text.isEmpty()) {
            problem.set(parts.texts().get("start.address-empty"));
        } else if (Invite.looksLikeOne(text)) {
            ask(() -> byInvite(Invite.parse(text)));
        } else {
            ask(() -> byHost(Endpoint.parse(text)));
        }
    }

    /// Reads the invite in a picture.
    public void picture(Path file) {
        open.set(true);
        ask(() -> {
            Optional<String> text = pictures.read(file);
            if (text.isEmpty()) {
                return () -> problem.set(parts.texts().get("start.picture-none"));
            }
            if (!Invite.looksLikeOne(text.get())) {
                return () -> problem.set(parts.texts().get("start.picture-other"));
            }
            Invite invite = Invite.parse(text.get());
            return () -> open(invite.toString());
        });
    }

    private Runnable byInvite(Invite invite) {
        Located where = parts.finder().at(invite.host(), invite.room(), invite.fingerprint());
        return () -> join(where);
    }

    private Runnable byHost(Endpoint endpoint) throws InterruptedException {
        List<SightedRoom> rooms = parts.finder().of(endpoint, PATIENCE);
        return () -> {
            host.set(endpoint.toString());
            found.setAll(rooms);
            if (rooms.isEmpty()) {
                problem.set(parts.texts().get("start.address-no-rooms", VisibleText.line(endpoint.toString())));
            }
        };
    }

    /// A room of the host that was asked.
    public void join(SightedRoom room) {
        Fingerprint.parse(room.hostId()).ifPresent(key -> join(parts.finder().trusting(key).located(room)));
    }

    private void join(Located where) {
        if (name.confirm()) {
            hide();
            parts.navigator().join(where);
        }
    }

    private void ask(Callable<Runnable> work) {
        int now = ++question;
        busy.set(true);
        problem.set("");
        found.clear();
        parts.background().execute(() -> {
            Runnable answer = answer(work);
            parts.window().execute(() -> {
                if (now == question) {
                    busy.set(false);
                    answer.run();
                }
            });
        });
    }

    private Runnable answer(Callable<Runnable> work) {
        try {
            return work.call();
        } catch (SessionException e) {
            String words = new ErrorWords(parts.texts()).of(e);
            return () -> problem.set(words);
        } catch (Exception e) {
            LOG.warn("the way to a room failed", e);
            return () -> problem.set(parts.texts().get("start.address-failed"));
        }
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The invite in the clipboard.
    public ReadOnlyObjectProperty<Optional<Invite>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// The host that [#found] is about.
    public ReadOnlyStringProperty hostProperty() {
        return host.getReadOnlyProperty();
    }

    public ObservableList<SightedRoom> found() {
        return foundView;
    }
}
