package dev.parley.app.ui.shell;

import dev.parley.app.link.Links;
import dev.parley.app.ui.bridge.Later;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;

/// Whether the person is there: keys, pointer, wheel and touch in the window count. Hosts are told, so that nobody who is
/// reading is thrown out for idleness, and others see who has gone for a coffee.
final class Attention {

    private static final long AT_MOST_EVERY = Duration.ofSeconds(5).toNanos();
    private static final Duration ABSENT_AFTER = Duration.ofMinutes(3);

    private final Links links;
    private final Later later;
    private boolean here = true;
    private boolean told;
    private long toldAt;
    private Runnable pending = () -> {};

    Attention(Links links, Later later) {
        this.links = links;
        this.later = later;
    }

    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::noticed);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::noticed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::noticed);
        scene.addEventFilter(ScrollEvent.SCROLL, this::noticed);
        scene.addEventFilter(TouchEvent.TOUCH_PRESSED, this::noticed);
    }

    private void noticed(InputEvent event) {
        long now = System.nanoTime();
        if (told && here && now - toldAt < AT_MOST_EVERY) {
            return;
        }
        told = true;
        toldAt = now;
        links.active();
        if (!here) {
            here = true;
            links.present(true);
        }
        pending.run();
        pending = later.in(ABSENT_AFTER, () -> {
            here = false;
            links.present(false);
        });
    }
}
