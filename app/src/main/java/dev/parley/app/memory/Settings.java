package dev.parley.app.memory;

import java.util.Optional;

/// What a person has chosen. Every field has a valid value whatever the file says.
///
/// @param name how others see the person; empty before the first start was finished
/// @param colour number of an avatar colour, or -1 for the one that belongs to the name
/// @param picture path of an image to show as one's own avatar on this computer; empty for initials
/// @param look which theme
/// @param accent name of the accent colour
/// @param textSize percent, 80 to 200
/// @param sounds whether a new message may be heard
/// @param notifications whether the system may show new messages
/// @param tcpOnly true to stay away from UDP
/// @param window where the window was
public record Settings(Optional<String> name, int colour, Optional<String> picture, Look look, String accent,
        int textSize, boolean sounds, boolean notifications, boolean tcpOnly, Optional<WindowPlace> window) {

    /// Smallest text, in percent.
    public static final int MIN_TEXT = 80;
    /// Largest text, in percent.
    public static final int MAX_TEXT = 200;

    /// Which theme.
    public enum Look { SYSTEM, LIGHT, DARK }

    /// Where a window was, in pixels of the screen.
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        textSize = Math.clamp(textSize, MIN_TEXT, MAX_TEXT);
    }

    /// Before anything was chosen.
    public static Settings standard() {
        return new Settings(Optional.empty(), -1, Optional.empty(), Look.SYSTEM, "teal", 100, true, true, false, Optional.empty());
    }

    public Settings withName(String changed) {
        return new Settings(Optional.of(changed), colour, picture, look, accent, textSize, sounds, notifications, tcpOnly, window);
    }

    public Settings withAvatar(int changedColour, Optional<String> changedPicture) {
        return new Settings(name, changedColour, changedPicture, look, accent, textSize, sounds, notifications, tcpOnly, window);
    }

    public Settings withLook(Look changed) {
        return new Settings(name, colour, picture, changed, accent, textSize, sounds, notifications, tcpOnly, window);
    }

    public Settings withAccent(String changed) {
        return new Settings(name, colour, picture, look, changed, textSize, sounds, notifications, tcpOnly, window);
    }

    public Settings withTextSize(int percent) {
        return new Settings(name, colour, picture, look, accent, percent, sounds, notifications, tcpOnly, window);
    }

    public Settings withSounds(boolean on) {
        return new Settings(name, colour, picture, look, accent, textSize, on, notifications, tcpOnly, window);
    }

    public Settings withNotifications(boolean on) {
        return new Settings(name, colour, picture, look, accent, textSize, sounds, on, tcpOnly, window);
    }

    public Settings withTcpOnly(boolean on) {
        return new Settings(name, colour, picture, look, accent, textSize, sounds, notifications, on, window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(name, colour, picture, look, accent, textSize, sounds, notifications, tcpOnly, Optional.of(place));
    }
}
