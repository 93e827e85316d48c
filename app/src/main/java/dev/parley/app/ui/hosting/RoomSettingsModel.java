package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.session.RoomPassword;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings of a room of ours. Every change is made at once; what became of it is said beside the field. FX thread.
public final class RoomSettingsModel {

    /// Where something is said.
    enum Field { NAME, PASSWORD, RULES, ROOM }

    /// What is said beside a field.
    ///
    /// @param field which
    /// @param words empty for nothing
    /// @param good false for a failure
    record Said(Field field, String words, boolean good) {

        static Said nothing() {
            return new Said(Field.ROOM, "", true);
        }

        boolean of(Field which) {
            return field == which && !words.isEmpty();
        }
    }

    private final HostModel host;
    private final HostedRoom room;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.nothing());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public RoomSettingsModel(HostModel host, HostedRoom room, Texts texts) {
        this.host = host;
        this.room = room;
        this.texts = texts;
    }

    public HostedRoom room() {
        return room;
    }

    ReadOnlyObjectProperty<Said> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// True while a change is made.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// A name that cannot be, is taken or looks like another is said beside the field.
    public void rename(String typed) {
        RoomName now;
        try {
            now = new RoomName(typed.strip());
        } catch (ProtocolException e) {
            say(new Said(Field.NAME, texts.get("error.invalid", e.text()), false));
            return;
        }
        if (now.equals(room.name())) {
            say(Said.nothing());
            return;
        }
        follow(Field.NAME, "hosting.renamed", host.rename(room, now));
    }

    /// @param password wiped
    public void setPassword(char[] password) {
        RoomPassword.Fresh fresh = new RoomPassword.Fresh(password);
        int length = Character.codePointCount(password, 0, password.length);
        if (length == 0 || length > Limits.PASSWORD_CODE_POINTS) {
            fresh.close();
            String key = length == 0 ? "hosting.password-empty" : "hosting.password-too-long";
            say(new Said(Field.PASSWORD, texts.get(key, Limits.PASSWORD_CODE_POINTS), false));
            return;
        }
        follow(Field.PASSWORD, "hosting.password-changed", host.changePassword(room, fresh));
    }

    public void removePassword() {
        follow(Field.PASSWORD, "hosting.password-removed", host.changePassword(room, new RoomPassword.Open()));
    }

    public void idle(Duration time) {
        rules(host.changeOptions(room, o -> new RoomOptions(o.history(), time, o.retention(), o.maxMembers())));
    }

    public void history(History newcomersSee) {
        rules(host.changeOptions(room, o -> new RoomOptions(newcomersSee, o.idle(), o.retention(), o.maxMembers())));
    }

    public void retention(Retention kept) {
        rules(host.changeOptions(room, o -> new RoomOptions(o.history(), o.idle(), kept, o.maxMembers())));
    }

    private void rules(CompletableFuture<Change> change) {
        follow(Field.RULES, "hosting.saved", change);
    }

    public void pause(boolean on) {
        follow(Field.ROOM, on ? "hosting.paused-now" : "hosting.open-again", host.pause(room, on));
    }

    public void forgive() {
        follow(Field.ROOM, "hosting.forgiven", host.forgive(room));
    }

    /// @return completes when it is closed, or could not be
    public CompletableFuture<Change> close() {
        CompletableFuture<Change> change = host.closeRoom(room);
        change.thenAccept(outcome -> {
            if (outcome instanceof Change.Failed(String words)) {
                say(new Said(Field.ROOM, words, false));
            }
        });
        return change;
    }

    private void follow(Field field, String done, CompletableFuture<Change> change) {
        busy.set(true);
        say(Said.nothing());
        change.thenAccept(outcome -> {
            busy.set(false);
            say(switch (outcome) {
                case Change.Done() -> new Said(field, texts.get(done), true);
                case Change.Failed(String words) -> new Said(field, words, false);
            });
        });
    }

    private void say(Said words) {
        said.set(words);
    }
}
