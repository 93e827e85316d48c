package dev.parley.app.ui.notify;

import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows a notification of the operating system. May block; called on a background thread, one call at a time.
public interface Notifier {

    /// For a system that shows none.
    Notifier NONE = (title, text) -> {};

    /// @param title one line, already harmless
    /// @param text as well
    void show(String title, String text);

    /// What this system offers.
    ///
    /// @param environment variables of the process
    /// @param osName as in the property `os.name`
    static Notifier system(Map<String, String> environment, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return new ScriptNotifier(Path.of("/usr/bin/osascript"));
        }
        if (os.startsWith("windows")) {
            return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported() ? new TrayNotifier() : NONE;
        }
        return onPath("notify-send", environment.getOrDefault("PATH", "")).<Notifier>map(SendNotifier::new).orElse(NONE);
    }

    private static Optional<Path> onPath(String program, String path) {
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst();
    }
}
