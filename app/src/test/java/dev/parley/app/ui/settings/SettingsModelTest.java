package dev.parley.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.Settings;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.ui.theme.Accent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsModelTest {

    @TempDir
    Path temporary = Path.of("");

    private Optional<SettingsRig> made = Optional.empty();

    @BeforeEach
    void make() {
        made = Optional.of(new SettingsRig(temporary));
    }

    @AfterEach
    void close() {
        made.ifPresent(SettingsRig::close);
    }

    private SettingsRig rig() {
        return made.orElseThrow();
    }

    private Path picture(String name, int width, int height, int colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour);
            }
        }
        Path file = temporary.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void everyChoiceIsSavedAtOnce() {
        SettingsModel model = rig().model;
        model.name("  Ана ");
        model.colour(4);
        model.look(Settings.Look.DARK);
        model.accent(Accent.PINK);
        model.textSize(150);
        model.sounds(false);
        model.notifications(false);
        model.tcpOnly(true);
        rig().store.close();
        try (SettingsStore again = SettingsStore.open(temporary.resolve("settings.json"))) {
            Settings saved = again.get();
            assertThat(saved.name()).contains("Ана");
            assertThat(saved.colour()).isEqualTo(4);
            assertThat(saved.look()).isEqualTo(Settings.Look.DARK);
            assertThat(saved.accent()).isEqualTo("pink");
            assertThat(saved.textSize()).isEqualTo(150);
            assertThat(saved.sounds() || saved.notifications()).isFalse();
            assertThat(saved.tcpOnly()).isTrue();
            assertThat(model.settingsProperty().get()).isEqualTo(saved);
        }
    }

    @Test
    void aNameThatCannotBeIsSaidAndNotSaved() {
        SettingsModel model = rig().model;
        model.name("a\u202Eb");
        assertThat(model.nameProblemProperty().get()).isNotEmpty();
        model.name("   ");
        assertThat(model.nameProblemProperty().get()).isEqualTo(SettingsRig.TEXTS.get("settings.name-empty"));
        assertThat(rig().store.get().name()).contains("Ana");
        model.name("Ben");
        assertThat(model.nameProblemProperty().get()).isEmpty();
    }

    @Test
    void aPictureIsCopiedSmallAndSquare() throws IOException {
        SettingsModel model = rig().model;
        model.picture(picture("wide.png", 1900, 700, 0x336699));
        Path kept = Path.of(rig().store.get().picture().orElseThrow());
        assertThat(kept.getParent()).isEqualTo(rig().folder.path());
        BufferedImage small = ImageIO.read(kept.toFile());
        assertThat(small.getWidth()).isEqualTo(PictureFile.EDGE);
        assertThat(small.getHeight()).isEqualTo(PictureFile.EDGE);
        assertThat(small.getRGB(128, 128)).isEqualTo(0xFF336699);
    }

    @Test
    void anotherPictureReplacesTheFirstAndRemovingLeavesNothing() throws IOException {
        SettingsModel model = rig().model;
        model.picture(picture("a.png", 40, 60, 0xFF0000));
        Path first = Path.of(rig().store.get().picture().orElseThrow());
        model.picture(picture("b.png", 300, 300, 0x00FF00));
        Path second = Path.of(rig().store.get().picture().orElseThrow());
        assertThat(first).doesNotExist();
        model.removePicture();
        assertThat(second).doesNotExist();
        assertThat(rig().store.get().picture()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        SettingsModel model = rig().model;
        Path text = Files.writeString(temporary.resolve("notes.png"), "no picture at all");
        model.picture(text);
        assertThat(model.pictureProblemProperty().get()).contains("notes.png");
        byte[] png = Files.readAllBytes(picture("bomb.png", 10, 10, 0));
        png[16] = 0x7F; // a width of two thousand million pixels
        Files.write(temporary.resolve("bomb.png"), png);
        model.picture(temporary.resolve("bomb.png"));
        assertThat(model.pictureProblemProperty().get()).contains("bomb.png");
        assertThat(rig().store.get().picture()).isEmpty();
        model.picture(temporary.resolve("missing.png"));
        assertThat(model.pictureProblemProperty().get()).contains("missing.png");
    }

    @Test
    void roomsThatWeAreInAreNotForgotten() {
        rig().inUse.add(SettingsRig.key("Crew"));
        rig().model.forgetRooms();
        assertThat(rig().memory.all()).extracting(RememberedRoom::key).containsExactly(SettingsRig.key("Crew"));
        assertThat(rig().model.forgottenProperty().get()).isEqualTo("1 room is forgotten.");
        assertThat(rig().model.rememberedProperty().get()).isZero();
    }

    @Test
    void hostsAreForgotten() throws IOException {
        Files.createDirectories(rig().folder.path());
        Files.writeString(rig().folder.knownHosts(), "[]");
        rig().model.forgetHosts();
        assertThat(rig().folder.knownHosts()).doesNotExist();
        assertThat(rig().model.forgottenProperty().get()).isNotEmpty();
    }

    @Test
    void theFolderIsShownAndCopied() {
        rig().model.copyFolder();
        rig().model.showFolder();
        rig().model.play();
        String path = rig().folder.path().toString();
        assertThat(rig().calls).containsExactly(path, "show " + path, "play");
        assertThat(FileManagers.command("Windows 11", Path.of("/x")).getFirst()).isEqualTo("explorer.exe");
        assertThat(FileManagers.command("Mac OS X", Path.of("/x")).getFirst()).isEqualTo("open");
        assertThat(FileManagers.command("Linux", Path.of("/x")).getFirst()).isEqualTo("xdg-open");
    }

    @Test
    void everyPartNamesItsVersionAndLicence() {
        assertThat(Licences.all()).hasSizeGreaterThan(20).allSatisfy(part -> {
            assertThat(part.version()).matches("[0-9].*");
            assertThat(part.licence()).isNotBlank();
            assertThat(part.address()).startsWith("https://");
        });
        assertThat(Licences.all()).extracting(Licences.Part::name).contains("Twemoji", "Inter", "JetBrains Mono", "JavaFX");
    }
}
