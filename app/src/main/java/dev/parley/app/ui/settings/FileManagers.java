package dev.parley.app.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows folders in the file manager of the system.
public final class FileManagers {

    private static final Logger LOG = LoggerFactory.getLogger(FileManagers.class);

    private FileManagers() {}

    /// Starts the file manager and returns; a system without one is noted in the log.
    public static void show(Path folder) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), folder))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("{} cannot be shown", folder, e);
        }
    }

    static List<String> command(String osName, Path folder) {
        String os = osName.toLowerCase(Locale.ROOT);
        String program = os.startsWith("windows") ? "explorer.exe" : os.startsWith("mac") ? "open" : "xdg-open";
        return List.of(program, folder.toAbsolutePath().toString());
    }
}
