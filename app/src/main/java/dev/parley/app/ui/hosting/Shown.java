package dev.parley.app.ui.hosting;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Subscription;

/// What lasts as long as a node is in a window.
final class Shown {

    private Shown() {}

    /// Begins when the node comes into a window that is shown, and ends what was begun when it leaves or the window closes.
    static void during(Node node, Supplier<Subscription> begin) {
        AtomicReference<Optional<Subscription>> begun = new AtomicReference<>(Optional.empty());
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(shown -> {
            begun.getAndSet(Optional.empty()).ifPresent(Subscription::unsubscribe);
            if (shown) {
                begun.set(Optional.of(begin.get()));
            }
        });
    }

    /// Esc inside the node does this.
    static void onEscape(Node node, Runnable action) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                action.run();
            }
        });
    }
}
