package dev.parley.app.ui;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window for a test, without a display: shows a view, photographs it, and closes.
///
/// ```java
/// try (Stages stages = Stages.open(Settings.standard(), 1200, 760, () -> new StartView(model))) {
///     stages.photograph("start");
/// }
/// ```
public final class Stages implements AutoCloseable {

    private final Stage stage;
    private final Theme theme;

    private Stages(Stage stage, Theme theme) {
        this.stage = stage;
        this.theme = theme;
    }

    /// Shows a view in a window of that size, and returns after its first frame. Until then parts of it do not exist, what is in a
    /// scroll pane for one, and nobody could type.
    public static Stages open(Settings settings, double width, double height, Supplier<Parent> view) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start", e);
        }
        AtomicBoolean frame = new AtomicBoolean();
        Stages stages = onFx(() -> {
            Platform.setImplicitExit(false);
            Theme theme = new Theme(settings);
            Stage stage = new Stage();
            Scene scene = new Scene(view.get(), width, height);
            theme.dress(scene);
            scene.addPostLayoutPulseListener(() -> frame.set(true));
            stage.setScene(scene);
            stage.show();
            stage.toFront();
            stage.requestFocus();
            return new Stages(stage, theme);
        });
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> frame.get() && stages.stage.isFocused());
        } catch (TimeoutException e) {
            stages.close();
            throw new IllegalStateException("the window does not show its first frame, or does not get the keys", e);
        }
        return stages;
    }

    public Stage stage() {
        return stage;
    }

    public void look(Settings settings) {
        onFx(() -> {
            theme.follow(settings);
            return true;
        });
    }

    /// Runs something on the FX thread and waits for it.
    public static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    /// What the window shows, as `target/screenshots/<name>.png`, or in the folder of the property `screenshots`.
    public Path photograph(String name) {
        return photograph(stage, name);
    }

    /// The same for any window.
    public static Path photograph(Stage stage, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = onFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().snapshot(null);
        });
        Path file = Path.of(System.getProperty("screenshots", "target/screenshots")).resolve(name + ".png");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public void close() {
        onFx(() -> {
            theme.undress(stage.getScene());
            stage.close();
            return true;
        });
    }
}
