package dev.parley.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {

    @TempDir
    private Path cards = Path.of("");

    @Test
    void aLinuxWithoutAGraphicsCardDrawsByItself() throws IOException {
        assertThat(Drawing.pipelines("Linux", cards.resolve("none"))).hasValue("sw");
        assertThat(Drawing.pipelines("Linux", cards)).hasValue("sw");
        Files.createFile(cards.resolve("renderD128"));
        assertThat(Drawing.pipelines("Linux", cards)).isEmpty();
    }

    @Test
    void otherSystemsChooseForThemselves() {
        assertThat(Drawing.pipelines("Windows 11", cards)).isEmpty();
        assertThat(Drawing.pipelines("Mac OS X", cards)).isEmpty();
    }

    @Test
    void aDisplayIsWhereTheSystemSaysSo() {
        assertThat(Display.isThere(Map.of(), "Linux", null)).isFalse();
        assertThat(Display.isThere(Map.of("DISPLAY", ":0"), "Linux", null)).isTrue();
        assertThat(Display.isThere(Map.of(), "Linux", "Headless")).isTrue();
        assertThat(Display.isThere(Map.of(), "Windows 11", null)).isTrue();
        assertThat(Display.isThere(Map.of(), "Mac OS X", null)).isTrue();
    }
}
