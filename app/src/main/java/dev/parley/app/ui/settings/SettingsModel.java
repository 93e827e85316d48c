package dev.parley.app.ui.settings;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.theme.Accent;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the person. FX thread.
public final class SettingsModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsModel.class);

    private final SettingsParts parts;
    private final Runnable listening;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pictureProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper forgotten = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper remembered = new ReadOnlyIntegerWrapper();

    public SettingsModel(SettingsParts parts) {
        this.parts = parts;
        this.settings = new ReadOnlyObjectWrapper<>(parts.settings().get());
        this.listening = parts.settings().onChange(now -> parts.fx().execute(() -> settings.set(parts.settings().get())));
        count();
    }

    /// What is chosen now, whoever changed it.
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Why the name that was typed cannot be; empty if it can.
    public ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    /// Why a picture could not be taken; empty if it could.
    public ReadOnlyStringProperty pictureProblemProperty() {
        return pictureProblem.getReadOnlyProperty();
    }

    /// What was forgotten just now; empty for nothing.
    public ReadOnlyStringProperty forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }

    /// How many rooms are remembered that could be forgotten.
    public ReadOnlyIntegerProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    public Path folder() {
        return parts.folder().path();
    }

    /// The name counts for rooms that are joined from now on. One that cannot be is not saved, but said.
    public void name(String typed) {
        try {
            String name = new UserName(typed.strip()).value();
            nameProblem.set("");
            change(s -> s.withName(name));
        } catch (ProtocolException e) {
            nameProblem.set(typed.isBlank() ? parts.texts().get("settings.name-empty") : parts.texts().get("error.invalid", e.text()));
        }
    }

    /// @param colour 0 to 11, or -1 for the one that belongs to the name
    public void colour(int colour) {
        change(s -> s.withAvatar(colour, s.picture()));
    }

    /// Copies the picture, smaller, into the data folder.
    public void picture(Path file) {
        parts.work().execute(() -> {
            String problem = "";
            try {
                Path kept = PictureFile.keep(file, parts.folder().create().path());
                Optional<Path> before = parts.settings().get().picture().map(Path::of).filter(old -> !old.equals(kept));
                parts.fx().execute(() -> change(s -> s.withAvatar(s.colour(), Optional.of(kept.toString()))));
                before.ifPresent(this::drop);
            } catch (IOException e) {
                LOG.info("no picture from {}", file, e);
                problem = parts.texts().get("settings.picture-failed", String.valueOf(file.getFileName()));
            }
            String words = problem;
            parts.fx().execute(() -> pictureProblem.set(words));
        });
    }

    public void removePicture() {
        Optional<String> before = settings.get().picture();
        pictureProblem.set("");
        change(s -> s.withAvatar(s.colour(), Optional.empty()));
        before.map(Path::of).ifPresent(old -> parts.work().execute(() -> drop(old)));
    }

    /// Only what lies in our own folder is ours to remove.
    private void drop(Path picture) {
        try {
            if (parts.folder().path().equals(picture.getParent())) {
                Files.deleteIfExists(picture);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", picture, e);
        }
    }

    public void look(Settings.Look look) {
        change(s -> s.withLook(look));
    }

    public void accent(Accent accent) {
        change(s -> s.withAccent(accent.wireName()));
    }

    public void textSize(int percent) {
        change(s -> s.withTextSize(percent));
    }

    public void sounds(boolean on) {
        change(s -> s.withSounds(on));
    }

    public void play() {
        parts.play().run();
    }

    public void notifications(boolean on) {
        change(s -> s.withNotifications(on));
    }

    /// Counts for the next join.
    public void tcpOnly(boolean on) {
        change(s -> s.withTcpOnly(on));
    }

    public void copyFolder() {
        parts.clipboard().accept(folder().toString());
    }

    public void showFolder() {
        parts.work().execute(() -> parts.show().accept(folder()));
    }

    /// Forgets the rooms that we are not in, with their drafts.
    public void forgetRooms() {
        List<RoomKey> gone = forgettable();
        gone.forEach(parts.memory()::forget);
        forgotten.set(parts.texts().get("settings.rooms-forgotten", gone.size()));
        count();
    }

    /// Forgets the keys of hosts: the next time each is met as if for the first time.
    public void forgetHosts() {
        parts.work().execute(() -> {
            String said;
            try {
                Files.deleteIfExists(parts.folder().knownHosts());
                said = parts.texts().get("settings.hosts-forgotten");
            } catch (IOException e) {
                LOG.warn("{} cannot be removed", parts.folder().knownHosts(), e);
                said = parts.texts().get("settings.hosts-kept", parts.folder().knownHosts());
            }
            String words = said;
            parts.fx().execute(() -> forgotten.set(words));
        });
    }

    private List<RoomKey> forgettable() {
        return parts.memory().all().stream().map(RememberedRoom::key).filter(parts.inUse().negate()).toList();
    }

    private void count() {
        remembered.set(forgettable().size());
    }

    private void change(UnaryOperator<Settings> how) {
        parts.settings().change(how);
    }

    /// Hears no more of changes. Idempotent.
    @Override
    public void close() {
        listening.run();
    }
}
