package dev.parley.app.ui.bridge;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs something on the FX thread after a while. Called on the FX thread.
public interface Later {

    /// @return stops it if it has not run yet; may be called more than once
    Runnable in(Duration wait, Runnable task);

    /// By the clock of the toolkit.
    static Later fx() {
        return (wait, task) -> {
            PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
            pause.setOnFinished(_ -> task.run());
            pause.play();
            return pause::stop;
        };
    }
}
