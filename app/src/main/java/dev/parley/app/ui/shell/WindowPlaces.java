package dev.parley.app.ui.shell;

import dev.parley.app.memory.Settings.WindowPlace;
import dev.parley.app.memory.SettingsStore;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Brings the window back to where it was, as far as that place is still on a screen.
final class WindowPlaces {

    private static final double USUAL_WIDTH = 1200;
    private static final double USUAL_HEIGHT = 760;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 420;
    private static final double GRIP = 120;

    private WindowPlaces() {}

    static void restore(Stage stage, SettingsStore settings) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        settings.get().window().filter(WindowPlaces::isReachable).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
            stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
            stage.setMaximized(place.maximized());
        });
    }

    /// A part of the title that can be gripped is on a screen.
    private static boolean isReachable(WindowPlace place) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(
                b -> b.intersects(place.x() + place.width() / 2 - GRIP / 2, place.y(), GRIP, GRIP / 4));
    }

    static void remember(Stage stage, SettingsStore settings) {
        if (!stage.isIconified()) {
            settings.change(s -> s.withWindow(new WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        }
    }
}
