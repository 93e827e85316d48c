package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.link.OpenRoom;
import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Invite;
import dev.parley.app.session.Located;
import dev.parley.app.session.Notices;
import dev.parley.app.ui.messages.MessagesModel;
import dev.parley.app.ui.messages.Times;
import dev.parley.app.ui.messages.composer.ComposerModel;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Notice;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One room that we are in. FX thread.
public final class RoomModel {

    private static final int SEARCH_RESULTS = 100;

    private final OpenRoom room;
    private final RoomMemory memory;
    private final Texts texts;
    private final Times times;
    private final Consumer<String> say;
    private final Consumer<Arrival> arrivals;
    private final People people;
    private final MessagesModel messages;
    private final ComposerModel composer;
    private final Reach reach = new Reach();
    private final Pace pace = new Pace();
    private final ReadOnlyObjectWrapper<RoomKey> key = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<UserName>> whisperTo = new SimpleObjectProperty<>(Optional.empty());
    private boolean entered;
    private long headAtJoin;

    /// Listens to the room from now on.
    ///
    /// @param say shows a short word at the edge of the window
    /// @param arrivals told what others say, from the moment on when history is complete
    RoomModel(OpenRoom room, RoomMemory memory, Texts texts, Times times, Consumer<String> say, Consumer<Arrival> arrivals) {
        this.room = room;
        this.memory = memory;
        this.texts = texts;
        this.times = times;
        this.say = say;
        this.arrivals = arrivals;
        this.people = new People(room.me(), times.locale());
        this.messages = new MessagesModel(room.me(), (seq, limit) -> room.history(seq, limit, Optional.empty()), times, texts);
        this.composer = new ComposerModel(people.names());
        Bindings.bindContent(messages.people(), people.names());
        showKey();
        remember();
        messages.watchedProperty().set(false);
        messages.onSeen(seq -> memory.change(key.get(), r -> r.readTo(seq)));
        composer.onSend(this::send);
        composer.onTyping(this::typing);
        whisperTo.addListener((_, _, _) -> showKey());
        reach.statusProperty().addListener((_, _, _) -> showBlocked());
        room.listen(this::happened);
    }

    private void showKey() {
        key.set(room.key());
        name.set(VisibleText.line(room.key().room().value()));
        composer.roomProperty().set(whisperTo.get().map(w -> VisibleText.line(w.value())).orElse(name.get()));
    }

    private void remember() {
        RememberedRoom before = memory.find(room.key()).orElseGet(() -> RememberedRoom.fresh(room.key(), times.clock().instant()));
        muted.set(before.muted());
        composer.draft(before.draft());
        muted.addListener((_, _, now) -> memory.change(key.get(), r -> r.withMuted(now)));
        composer.textProperty().addListener((_, _, now) -> memory.change(key.get(), r -> r.withDraft(now)));
    }

    // what happens

    private void happened(ClientEvent event) {
        switch (event) {
            case ClientEvent.Online _ -> reach.online();
            case ClientEvent.Offline e -> {
                reach.offline(VisibleText.line(e.why()), e.retryIn());
                messages.online(false);
            }
            case ClientEvent.Joined e -> joined(e);
            case ClientEvent.Received e -> received(e.entry());
            case ClientEvent.CaughtUp e -> {
                messages.caughtUp(e.seq());
                reach.caughtUp();
            }
            case ClientEvent.Sent e -> messages.stored(e.id(), e.seq());
            case ClientEvent.Refused e -> messages.refused(e.id(), e.text().value(), refusal(e.code(), e.message()));
            case ClientEvent.Whispered e -> whispered(e);
            case ClientEvent.Failed e -> say.accept(refusal(e.code(), e.message()));
            case ClientEvent.WayChanged e -> reach.way(e.now());
            case ClientEvent.Typing e -> people.types(e.who());
            case ClientEvent.Presence e -> people.seen(e.who(), e.state());
            case ClientEvent.Renamed e -> renamed(e);
            case ClientEvent.Writable e -> reach.writable(e.now(), VisibleText.line(e.why()));
            case ClientEvent.Left e when e.reason().equals(Optional.of(ErrorCode.IDLE)) -> reach.idle();
            case ClientEvent.Left e -> end(Ending.left(e.reason()));
            case ClientEvent.JoinFailed e -> end(Ending.failed(e.code(), VisibleText.line(e.message())));
            case ClientEvent.Ended e -> end(Ending.ended(e.reason(), VisibleText.line(e.message()), room.own()));
        }
    }

    private void joined(ClientEvent.Joined event) {
        reach.joined(event.way(), event.head() > event.after());
        locked.set(event.locked());
        headAtJoin = event.head();
        people.set(event.people(), event.count());
        if (event.count() > event.people().size()) {
            room.people().thenAccept(all -> people.set(all, all.size()));
        }
        messages.joined(event.head(), event.after());
        if (!entered) {
            entered = true;
            long read = memory.find(room.key()).map(RememberedRoom::read).orElse(0L);
            if (read > 0 && read <= event.head()) {
                messages.readTo(read);
            }
        }
        memory.change(room.key(), r -> (room.own() ? r.asOwn() : r)
                .visitedAt(times.clock().instant(), address(), hostName(), event.locked()));
    }

    private void received(Entry entry) {
        messages.received(entry);
        boolean live = entry.seq() > headAtJoin;
        if (live) {
            Notices.of(entry).ifPresent(this::apply);
        }
        if (entry.kind() == EntryKind.TEXT) {
            people.stopped(entry.from());
            if (live) {
                pace.message();
            }
            if (live && !entry.from().equals(room.me())) {
                arrivals.accept(new Arrival(this, entry.from(), entry.body(), false));
            }
        }
    }

    private void apply(Notice notice) {
        switch (notice.event()) {
            case JOINED -> people.came(notice.names());
            case LEFT, IDLE -> people.went(notice.names());
            case CREATED -> {}
        }
    }

    private void whispered(ClientEvent.Whispered event) {
        messages.whispered(event.from(), event.to(), event.text().value(), times.clock().instant());
        if (!event.from().equals(room.me())) {
            arrivals.accept(new Arrival(this, event.from(), event.text().value(), true));
        }
    }

    private void renamed(ClientEvent.Renamed event) {
        RoomKey before = key.get();
        memory.rename(before, room.key());
        showKey();
        say.accept(texts.get("room.renamed", VisibleText.line(event.room().value()), name.get()));
    }

    private void end(Ending why) {
        messages.online(false);
        ending.set(Optional.of(why));
    }

    private String refusal(ErrorCode code, String said) {
        String words = "room.refused." + code.wireName();
        return texts.has(words) ? texts.get(words) : texts.get("room.refused.other", VisibleText.line(said));
    }

    private void showBlocked() {
        composer.blockedProperty().set(reach.statusProperty().get() instanceof Status.ReadOnly
                ? Optional.of(texts.get("room.read-only-short")) : Optional.empty());
    }

    /// A second has passed.
    void tick() {
        people.tick();
        reach.tick();
        pace.tick();
    }

    // verbs

    private void send(String text) {
        try {
            MessageText words = new MessageText(text);
            if (whisperTo.get().isPresent()) {
                room.whisper(whisperTo.get().get(), words);
            } else {
                messages.sending(room.say(words), text);
            }
        } catch (ProtocolException | IllegalStateException e) {
            messages.refused(MessageId.next(), text, String.valueOf(e.getMessage()));
        }
    }

    private void typing() {
        if (whisperTo.get().isEmpty()) {
            room.typing();
        }
    }

    /// Sends the words of a refused message as a new one.
    public void sendAgain(String text) {
        whisperTo.set(Optional.empty());
        send(text);
    }

    /// Writes the name of somebody into the draft.
    public void mention(UserName who) {
        String before = composer.textProperty().get();
        String gap = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1)) ? "" : " ";
        composer.textProperty().set(before + gap + "@" + who.value() + " ");
    }

    /// Finds messages with all these words, the newest first.
    public CompletableFuture<List<Entry>> search(String words) {
        return room.history(Long.MAX_VALUE, SEARCH_RESULTS, Optional.of(words)).thenApply(List::reversed);
    }

    void leave() {
        room.leave();
    }

    // what there is

    public ReadOnlyObjectProperty<RoomKey> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /// The name as it may be shown.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    public boolean own() {
        return room.own();
    }

    Times times() {
        return times;
    }

    public UserName me() {
        return room.me();
    }

    public People people() {
        return people;
    }

    public MessagesModel messages() {
        return messages;
    }

    public ComposerModel composer() {
        return composer;
    }

    public ReadOnlyObjectProperty<Status> statusProperty() {
        return reach.statusProperty();
    }

    /// Messages in the last minute.
    public ReadOnlyIntegerProperty perMinuteProperty() {
        return pace.perMinuteProperty();
    }

    /// Messages that would be lost if we left now.
    public int unsent() {
        return messages.unsent();
    }

    /// Empty while we are in the room, or coming back to it.
    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unreadProperty() {
        return messages.unreadProperty();
    }

    /// Whether the room must not notify; remembered.
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /// To whom alone the composer writes; empty for everyone.
    public ObjectProperty<Optional<UserName>> whisperToProperty() {
        return whisperTo;
    }

    /// The way to come again; empty for a room of our own.
    public Optional<Located> where() {
        return room.where();
    }

    /// Who hosts, as far as it is known.
    public String hostName() {
        return people.host().map(p -> p.name().value())
                .or(() -> room.where().flatMap(Located::host).map(UserName::value)).orElse("");
    }

    /// Where the host was reached, `host:port`; empty for our own.
    public String address() {
        return address(Endpoint::of).map(Endpoint::toString).orElse("");
    }

    /// A link that leads others here; empty for our own room, whose addresses the hosting part knows.
    public Optional<String> invite() {
        return address(Endpoint::of)
                .map(e -> new Invite(e, room.key().room(), Optional.of(room.key().host())).toString());
    }

    private <T> Optional<T> address(Function<InetSocketAddress, T> as) {
        return room.where().flatMap(w -> w.addresses().known().stream().findFirst()).map(as);
    }
}
