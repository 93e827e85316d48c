package dev.parley.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.parley.app.memory.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Gives scenes the look that the person has chosen, and follows the system where that is the choice.
public final class Theme {

    private static final double BASE_PIXELS = 14;
    private static final String FOLDER = "/dev/parley/app/ui/";
    private static final List<String> FONTS = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold",
            "Inter-Italic", "JetBrainsMono-Regular");
    private static final List<String> SHEETS = List.of("theme/parley.css", "shell/shell.css", "start/start.css",
            "join/join.css", "network/network.css", "messages/messages.css", "room/room.css", "hosting/hosting.css",
            "settings/settings.css");

    private final List<Scene> scenes = new ArrayList<>();
    private Settings settings;

    public Theme(Settings settings) {
        this.settings = settings;
        FONTS.forEach(Theme::load);
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
    }

    private static void load(String font) {
        var file = Theme.class.getResourceAsStream("/dev/parley/app/assets/fonts/" + font + ".ttf");
        if (file != null) {
            Font.loadFont(file, BASE_PIXELS);
        }
    }

    /// The scene looks as the person wants, from now on.
    public void dress(Scene scene) {
        scenes.add(scene);
        apply(scene);
    }

    public void undress(Scene scene) {
        scenes.remove(scene);
    }

    public void follow(Settings changed) {
        boolean same = settings.look() == changed.look() && settings.accent().equals(changed.accent())
                && settings.textSize() == changed.textSize();
        settings = changed;
        if (!same) {
            apply();
        }
    }

    public boolean isDark() {
        return switch (settings.look()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        scenes.forEach(this::apply);
    }

    private void apply(Scene scene) {
        String base = (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        Application.setUserAgentStylesheet(base);
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(isDark() ? "theme/tokens-dark.css" : "theme/tokens-light.css"));
        SHEETS.forEach(s -> sheets.add(sheet(s)));
        sheets.add(sizes(settings.textSize()));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        Parent root = scene.getRoot();
        for (Accent accent : Accent.values()) {
            root.getStyleClass().remove(accent.styleClass());
        }
        root.getStyleClass().add(Accent.named(settings.accent()).styleClass());
    }

    private static String sheet(String name) {
        var url = Theme.class.getResource(FOLDER + name);
        if (url == null) {
            throw new IllegalStateException("no style sheet " + name);
        }
        return url.toExternalForm();
    }

    /// What depends on the text size and cannot be said in em.
    private static String sizes(int percent) {
        double text = BASE_PIXELS * percent / 100;
        String css = String.format(Locale.ROOT,
                ".root { -fx-font-size: %.1fpx; } .icon { -fx-icon-size: %.0fpx; } .icon-small .icon, .icon.small { -fx-icon-size: %.0fpx; }"
                        + " .icon.large { -fx-icon-size: %.0fpx; } .icon.huge { -fx-icon-size: %.0fpx; }",
                text, text * 1.2, text, text * 1.6, text * 2.8);
        return "data:text/css," + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
