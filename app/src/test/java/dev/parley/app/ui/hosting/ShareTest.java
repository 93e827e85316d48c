package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.parley.app.memory.Settings;
import dev.parley.app.session.Invite;
import dev.parley.app.ui.Stages;
import dev.parley.protocol.RoomName;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/// What the share panel gives to people leads to the room.
class ShareTest {

    @TempDir
    Path folder = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private HostState state = new HostState();

    @BeforeEach
    void host() {
        HostParts parts = Scenes.parts(folder, Runnable::run);
        HostModel model = Scenes.busyHost(parts);
        open.addAll(List.of(parts.memory(), parts.settings(), model));
        state = model.state();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private ShareModel share(int room) {
        return new ShareModel(state, state.rooms().get(room), copied::add);
    }

    private static String decoded(Path photo) throws Exception {
        BufferedImage image = ImageIO.read(photo.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)))).getText();
        } catch (NotFoundException e) {
            return "no code";
        } catch (ReaderException e) {
            return "unreadable";
        }
    }

    @Test
    void theLinkNamesTheBestAddressTheRoomAndTheKey() {
        Invite invite = Invite.parse(share(0).linkProperty().get());
        assertThat(invite.host().toString()).isEqualTo("192.168.1.20:7420");
        assertThat(invite.room()).isEqualTo(new RoomName("Physics 2B"));
        assertThat(invite.fingerprint()).contains(Scenes.KEY);
    }

    @Test
    void aChosenAddressStaysAsLongAsItIsThere() {
        ShareModel model = share(0);
        var following = model.follow();
        model.choose(Scenes.threePlaces().get(2));
        assertThat(model.addressProperty().get()).isEqualTo("10.8.0.2:7420");
        state.places(Scenes.threePlaces().subList(1, 3));
        assertThat(model.addressProperty().get()).isEqualTo("10.8.0.2:7420");
        state.places(Scenes.threePlaces().subList(0, 2));
        assertThat(model.addressProperty().get()).isEqualTo("192.168.1.20:7420");
        following.unsubscribe();
        state.places(List.of());
        assertThat(model.addressProperty().get()).isEqualTo("192.168.1.20:7420");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,0,100", "DARK,1,100", "LIGHT,1,200", "DARK,0,80"})
    void aCameraReadsTheCode(Settings.Look look, int room, int text) throws Exception {
        ShareModel model = share(room);
        Settings settings = Settings.standard().withLook(look).withTextSize(text);
        try (Stages stages = Stages.open(settings, 720, 960, () -> new ShareView(model, Scenes.TEXTS, () -> {}, () -> {}))) {
            assertThat(decoded(stages.photograph("hosting-code"))).isEqualTo(model.linkProperty().get());
        }
        try (Stages stages = Stages.open(settings, 1024, 700, () -> new ProjectorView(model, Scenes.TEXTS, () -> {}))) {
            assertThat(decoded(stages.photograph("hosting-code"))).isEqualTo(model.linkProperty().get());
        }
    }

    @Test
    void copyingIsConfirmedAndArrowsChooseTheAddress() {
        ShareModel model = share(0);
        List<String> closed = new CopyOnWriteArrayList<>();
        FxRobot robot = new FxRobot();
        try (Stages stages = Stages.open(Settings.standard(), 720, 960,
                () -> new ShareView(model, Scenes.TEXTS, () -> {}, () -> closed.add("closed")))) {
            Button copy = Stages.onFx(() -> button(stages, "Copy link"));
            Stages.onFx(() -> {
                stages.stage().requestFocus();
                copy.requestFocus();
                return true;
            });
            robot.push(KeyCode.SPACE);
            assertThat(copied).containsExactly(model.linkProperty().get());
            assertThat(Stages.onFx(copy::getText)).isEqualTo("Copied");
            robot.push(KeyCode.TAB);
            Node first = Stages.onFx(() -> stages.stage().getScene().getFocusOwner());
            assertThat(first).isInstanceOf(RadioButton.class);
            robot.push(KeyCode.DOWN);
            assertThat(Stages.onFx(() -> model.addressProperty().get())).contains("2001:db8");
            robot.push(KeyCode.ESCAPE);
            assertThat(closed).containsExactly("closed");
        }
    }

    private static Button button(Stages stages, String words) {
        return stages.stage().getScene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(b -> words.toLowerCase(Locale.ROOT).equals(b.getText().toLowerCase(Locale.ROOT))).findFirst().orElseThrow();
    }
}
