package dev.parley.app.ui.shell;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a window can be shown here. Loads nothing of JavaFX.
public final class Display {

    private Display() {}

    /// On Windows and macOS always; elsewhere when X11 or Wayland is there, or the headless platform was asked for.
    ///
    /// @param platform the system property `glass.platform`
    public static boolean isThere(Map<String, String> environment, String osName, @Nullable String platform) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac") || "Headless".equalsIgnoreCase(platform)) {
            return true;
        }
        // JavaFX draws through X11; under Wayland that is XWayland, which sets DISPLAY as well
        return !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
