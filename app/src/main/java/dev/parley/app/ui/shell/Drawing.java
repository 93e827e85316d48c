package dev.parley.app.ui.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How the window is drawn where nobody has said it. On a Linux without a graphics card JavaFX would load a whole OpenGL
/// (40 MB, half a second) only to find that out; then it is told at once to draw by itself.
final class Drawing {

    private static final String PIPELINES = "prism.order";
    private static final Path CARDS = Path.of("/dev/dri");

    private Drawing() {}

    /// Before the toolkit starts.
    static void choose(String osName) {
        if (System.getProperty(PIPELINES) == null) {
            pipelines(osName, CARDS).ifPresent(order -> System.setProperty(PIPELINES, order));
        }
    }

    /// Empty to leave the choice to JavaFX.
    ///
    /// @param cards folder of the kernel's graphics devices
    static Optional<String> pipelines(String osName, Path cards) {
        return osName.startsWith("Linux") && !hasCard(cards) ? Optional.of("sw") : Optional.empty();
    }

    private static boolean hasCard(Path cards) {
        if (!Files.isDirectory(cards)) {
            return false;
        }
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(cards, "renderD*")) {
            return nodes.iterator().hasNext();
        } catch (IOException e) {
            return true; // not to be seen: JavaFX finds out
        }
    }
}
