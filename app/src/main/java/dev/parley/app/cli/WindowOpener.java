package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import java.util.List;

/// The window, for a start without a command. The command line itself knows nothing of it.
public interface WindowOpener {

    /// A machine without a display.
    WindowOpener NONE = new WindowOpener() {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public int open(DataFolder folder, List<String> links) {
            return Failure.USAGE;
        }

        @Override
        public int rehearse(DataFolder folder) {
            return Failure.USAGE;
        }
    };

    /// Whether a window can be shown here.
    boolean hasDisplay();

    /// Shows the window, and returns when it is closed.
    ///
    /// @param links invites from the command line
    /// @return exit code
    int open(DataFolder folder, List<String> links);

    /// Shows the window, walks through it by itself, and returns when it is closed.
    int rehearse(DataFolder folder);
}
