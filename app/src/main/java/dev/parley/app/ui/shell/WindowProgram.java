package dev.parley.app.ui.shell;

import dev.parley.app.DataFolder;
import java.util.List;

/// The composition root of the window.
final class WindowProgram {

    static WindowProgram start(World world, DataFolder folder, Runnable closed) {
        closed.run();
        return new WindowProgram();
    }

    void open(List<String> links) {}
}
