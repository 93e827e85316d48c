package dev.parley.app.ui.notify;

import java.nio.file.Path;
import java.util.List;

/// `notify-send` of the freedesktop systems. Its body may hold markup, so what looks like it is escaped.
///
/// @param program where it is
record SendNotifier(Path program) implements Notifier {

    @Override
    public void show(String title, String text) {
        Command.run(words(title, text));
    }

    List<String> words(String title, String text) {
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return List.of(program.toString(), "--app-name=Parley", "--icon=parley", "--category=im.received", "--", title, plain);
    }
}
