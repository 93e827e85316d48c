package dev.parley.app.session;

import dev.parley.protocol.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// Carries lines of a stream into a chat: every line is a message or a command. At the end of the stream the chat
/// finishes: it leaves when everything is stored.
public final class LineFeeder {

    /// A code point takes at most two chars; more cannot be a message.
    private static final int MAX_CHARS = 2 * Limits.TEXT_CODE_POINTS;

    private final Reader in;
    private final Chat chat;
    private final ChatView view;

    public LineFeeder(Reader in, Chat chat, ChatView view) {
        this.in = in;
        this.chat = chat;
        this.view = view;
    }

    /// Reads until the end of the stream or of the chat. Blocks while there is nothing to read.
    public void run() throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder();
        boolean tooLong = false;
        for (int c = in.read(); c >= 0 && !chat.isOver(); c = in.read()) {
            if (c == '\n') {
                if (!take(line, tooLong)) {
                    return;
                }
                line.setLength(0);
                tooLong = false;
            } else if (line.length() < MAX_CHARS) {
                line.append((char) c);
            } else {
                tooLong = true; // the rest of the line is read and dropped
            }
        }
        if (take(line, tooLong)) {
            chat.finish();
        }
    }

    private boolean take(StringBuilder raw, boolean tooLong) throws InterruptedException {
        if (tooLong) {
            hint("typed.too-long", List.of(Limits.TEXT_CODE_POINTS));
            return true;
        }
        int length = raw.length() - (!raw.isEmpty() && raw.charAt(raw.length() - 1) == '\r' ? 1 : 0);
        return carryOut(Typed.parse(raw.substring(0, length), chat.people()), chat, view);
    }

    private void hint(String key, List<Object> args) {
        view.hint(key, args.toArray());
        view.flush();
    }

    /// Does what a line says.
    ///
    /// @return false if the chat is over or on its end
    public static boolean carryOut(Typed typed, Chat chat, ChatView view) throws InterruptedException {
        switch (typed) {
            case Typed.Say(var text) -> {
                return chat.say(text);
            }
            case Typed.Whisper(var to, var text) -> chat.whisper(to, text);
            case Typed.People() -> chat.showPeople();
            case Typed.Leave() -> {
                chat.finish();
                return false;
            }
            case Typed.Help() -> view.hint("typed.help");
            case Typed.Nothing() -> chat.active();
            case Typed.Wrong(var key, var args) -> view.hint(key, args.toArray());
        }
        view.flush();
        return true;
    }
}
