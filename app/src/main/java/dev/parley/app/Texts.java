package dev.parley.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words for people, from `messages.properties`. Immutable. In a text, `{0}` stands for an argument; a number is
/// written without separators unless the text says how (`{0,choice,...}`).
public final class Texts {

    /// Name of the bundle.
    public static final String BUNDLE = "dev.parley.app.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
        this.locale = locale;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /// @throws MissingResourceException for an unknown key; a test finds these before people do
    public String get(String key, Object... args) {
        String pattern = bundle.getString(key);
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            boolean styled = pattern.contains("{" + i + ",");
            shown[i] = styled ? args[i] : String.valueOf(args[i]);
        }
        return new MessageFormat(pattern, locale).format(shown);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
