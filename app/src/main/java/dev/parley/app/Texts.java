package dev.parley.app;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words for people, from `messages.properties` and, for the window, one bundle per screen. Immutable. In a text, `{0}`
/// stands for an argument; a number is written without separators unless the text says how (`{0,choice,...}`).
public final class Texts {

    /// Name of the bundle that command line and window share.
    public static final String BUNDLE = "dev.parley.app.messages";

    /// Screens with words of their own; every key begins with the name of its screen.
    public static final List<String> SCREENS = List.of(
            "shell", "start", "join", "network", "messages", "room", "hosting", "settings");

    private final ResourceBundle bundle;
    private final List<ResourceBundle> screens;
    private final Locale locale;

    /// The words of the command line.
    public Texts(Locale locale) {
        this(locale, List.of());
    }

    private Texts(Locale locale, List<ResourceBundle> screens) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
        this.screens = screens;
        this.locale = locale;
    }

    /// The words of the window.
    public static Texts ofWindow(Locale locale) {
        return new Texts(locale, SCREENS.stream().map(s -> ResourceBundle.getBundle(screenBundle(s), locale)).toList());
    }

    /// Name of the bundle of a screen.
    public static String screenBundle(String screen) {
        return "dev.parley.app.ui." + screen + ".texts";
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    /// @throws MissingResourceException for an unknown key; a test finds these before people do
    public String get(String key, Object... args) {
        String pattern = pattern(key);
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            boolean styled = pattern.contains("{" + i + ",");
            shown[i] = styled ? args[i] : String.valueOf(args[i]);
        }
        return new MessageFormat(pattern, locale).format(shown);
    }

    private String pattern(String key) {
        for (ResourceBundle screen : screens) {
            if (screen.containsKey(key)) {
                return screen.getString(key);
            }
        }
        return bundle.getString(key);
    }

    public boolean has(String key) {
        return bundle.containsKey(key) || screens.stream().anyMatch(s -> s.containsKey(key));
    }
}
