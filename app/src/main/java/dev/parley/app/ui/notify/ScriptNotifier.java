package dev.parley.app.ui.notify;

import java.nio.file.Path;
import java.util.List;

/// `osascript` of macOS. The words are arguments of the script and never part of it.
///
/// @param program where it is
record ScriptNotifier(Path program) implements Notifier {

    private static final String SCRIPT = """
            on run argv
              display notification (item 2 of argv) with title (item 1 of argv)
            end run""";

    @Override
    public void show(String title, String text) {
        Command.run(words(title, text));
    }

    List<String> words(String title, String text) {
        return List.of(program.toString(), "-e", SCRIPT, "--", title, text);
    }
}
