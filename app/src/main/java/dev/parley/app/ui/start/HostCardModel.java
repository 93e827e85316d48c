package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.RememberedRoom;
import dev.parley.protocol.Limits;
import dev.parley.protocol.RoomName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A room that is about to be hosted.
public final class HostCardModel {

    private static final int MAX_PORT = 65_535;

    private final StartParts parts;
    private final Texts texts;
    private final NameModel name;
    private final StringProperty room = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<Newcomers> newcomers = new SimpleObjectProperty<>(Newcomers.EVERYTHING);
    private final ObjectProperty<IdleTime> idle = new SimpleObjectProperty<>(IdleTime.FIVE_MINUTES);
    private final ObjectProperty<Keeping> keeping = new SimpleObjectProperty<>(Keeping.FOREVER);
    private final StringProperty port = new SimpleStringProperty("");
    private final BooleanProperty advanced = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper roomProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper passwordProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<HostResult.PortTaken>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PasswordStrength> strength = new ReadOnlyObjectWrapper<>(PasswordStrength.of(""));
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper again = new ReadOnlyBooleanWrapper();
    private String suggestion = "";
    private Optional<RoomName> goingOn = Optional.empty();

    HostCardModel(StartParts parts, NameModel name) {
        this.parts = parts;
        this.texts = parts.texts();
        this.name = name;
        room.addListener((_, _, now) -> roomChanged(now));
        password.addListener((_, _, now) -> passwordChanged(now));
        port.addListener((_, _, now) -> portChanged(now));
        name.typedProperty().addListener((_, _, _) -> suggest());
        suggest();
    }

    /// Proposes a name for as long as the person has not chosen one.
    void suggest() {
        if (!room.get().equals(suggestion)) {
            roomChanged(room.get());
            return;
        }
        String person = NameRules.tidy(name.typedProperty().get());
        String proposed = person.isEmpty() ? "" : texts.get("start.room-of", person);
        if (NameRules.roomProblem(proposed, texts).isPresent()) {
            proposed = texts.get("start.room-plain");
        }
        suggestion = proposed;
        room.set(proposed);
        roomChanged(proposed);
    }

    private void roomChanged(String typed) {
        roomProblem.set(NameRules.roomProblem(typed, texts).orElse(""));
        again.set(roomProblem.get().isEmpty() && hostedBefore(new RoomName(NameRules.tidy(typed))));
        failure.set("");
    }

    private boolean hostedBefore(RoomName wanted) {
        return parts.memory().all().stream().anyMatch(r -> r.own() && r.key().room().equals(wanted));
    }

    private void passwordChanged(String typed) {
        boolean tooLong = typed.codePointCount(0, typed.length()) > Limits.PASSWORD_CODE_POINTS;
        passwordProblem.set(tooLong ? texts.get("start.password-long", Limits.PASSWORD_CODE_POINTS) : "");
        strength.set(PasswordStrength.of(tooLong ? "" : typed));
    }

    private void portChanged(String typed) {
        boolean valid = typed.isBlank() || portNumber().isPresent();
        portProblem.set(valid ? "" : texts.get("start.port-odd", MAX_PORT));
        taken.set(Optional.empty());
    }

    private OptionalInt portNumber() {
        String digits = port.get().strip();
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= MAX_PORT ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /// Opens the room, if everything that was filled in can be.
    public void start() {
        boolean wrong = !roomProblem.get().isEmpty() || !passwordProblem.get().isEmpty() || !portProblem.get().isEmpty();
        if (busy.get() || wrong || !name.confirm()) {
            return;
        }
        RoomName wanted = new RoomName(NameRules.tidy(room.get()));
        goingOn = Optional.empty();
        if (again.get()) {
            goingOn = Optional.of(wanted);
            run(() -> parts.host().hostAgain(wanted, portNumber()));
            return;
        }
        Optional<char[]> words = password.get().isEmpty() ? Optional.empty() : Optional.of(password.get().toCharArray());
        run(() -> parts.host().host(new HostRequest(wanted, words, newcomers.get().history(), idle.get().time(),
                portNumber(), keeping.get().retention())));
    }

    /// Opens a room that was hosted before, as it was.
    public void hostAgain(RememberedRoom remembered) {
        if (busy.get() || !name.confirm()) {
            return;
        }
        goingOn = Optional.of(remembered.key().room());
        run(() -> parts.host().hostAgain(remembered.key().room(), portNumber()));
    }

    /// Another port, after the chosen one was found to be taken.
    public void useFreePort() {
        taken.get().ifPresent(t -> {
            Optional<RoomName> before = goingOn;
            port.set(Integer.toString(t.free()));
            before.ifPresentOrElse(r -> run(() -> parts.host().hostAgain(r, portNumber())), this::start);
        });
    }

    private void run(Supplier<CompletableFuture<HostResult>> hosting) {
        busy.set(true);
        failure.set("");
        taken.set(Optional.empty());
        var _ = hosting.get().thenAccept(this::done);
    }

    private void done(HostResult result) {
        busy.set(false);
        switch (result) {
            case HostResult.Started(var key) -> {
                password.set("");
                parts.navigator().room(key);
            }
            case HostResult.PortTaken t -> taken.set(Optional.of(t));
            case HostResult.Failed(var words) -> failure.set(words);
        }
    }

    public StringProperty roomProperty() {
        return room;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public ObjectProperty<Newcomers> newcomersProperty() {
        return newcomers;
    }

    public ObjectProperty<IdleTime> idleProperty() {
        return idle;
    }

    public ObjectProperty<Keeping> keepingProperty() {
        return keeping;
    }

    /// Digits, or empty for the usual one.
    public StringProperty portProperty() {
        return port;
    }

    public BooleanProperty advancedProperty() {
        return advanced;
    }

    public ReadOnlyStringProperty roomProblemProperty() {
        return roomProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty passwordProblemProperty() {
        return passwordProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty portProblemProperty() {
        return portProblem.getReadOnlyProperty();
    }

    /// Why the room could not be opened; empty if nothing failed.
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<HostResult.PortTaken>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PasswordStrength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    /// True while a room is being opened.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// True if a room of that name was hosted from here: it goes on as it was.
    public ReadOnlyBooleanProperty againProperty() {
        return again.getReadOnlyProperty();
    }
}
