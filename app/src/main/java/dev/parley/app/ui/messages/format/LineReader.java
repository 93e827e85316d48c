package dev.parley.app.ui.messages.format;

import dev.parley.app.ui.messages.emoji.EmojiList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one line: once from its start to its end, then pairs the marks of emphasis.
final class LineReader {

    private final String line;
    private final Formatter formatter;
    private final List<Object> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private boolean moreBackticks = true;
    private int at;

    private LineReader(String line, Formatter formatter) {
        this.line = line;
        this.formatter = formatter;
    }

    /// @param last whether no line break follows
    static void read(String line, Formatter formatter, boolean last, List<Span> out) {
        LineReader reader = new LineReader(line, formatter);
        while (reader.at < line.length()) {
            reader.step();
        }
        reader.flush();
        Emphasis.pair(reader.pieces, last ? "" : "\n", out);
    }

    private void step() {
        char c = line.charAt(at);
        boolean taken = switch (c) {
            case '`' -> code();
            case '*', '_' -> mark(c);
            case '@' -> mention();
            case 'h', 'H', 'p', 'P' -> link();
            default -> false;
        };
        if (!taken && !picture()) {
            int next = at + Character.charCount(line.codePointAt(at));
            plain.append(line, at, next);
            at = next;
        }
    }

    private boolean code() {
        int end = moreBackticks ? line.indexOf('`', at + 1) : -1;
        moreBackticks &= end >= 0;
        if (end <= at + 1) {
            return false;
        }
        add(new Span.Code(line.substring(at + 1, end)), end + 1);
        return true;
    }

    private boolean mark(char c) {
        int end = at;
        while (end < line.length() && line.charAt(end) == c) {
            end++;
        }
        int length = end - at;
        String run = line.substring(at, end);
        boolean fits = c == '*' ? length <= 3 : length == 1;
        if (!fits) {
            plain.append(run);
            at = end;
            return true;
        }
        int before = at == 0 ? ' ' : line.codePointBefore(at);
        int after = end == line.length() ? ' ' : line.codePointAt(end);
        boolean anywhere = length == 2;
        boolean opens = !Character.isWhitespace(after) && (anywhere || !isWord(before));
        boolean closes = !Character.isWhitespace(before) && (anywhere || !isWord(after));
        if (length == 3) {
            mark("**", run, opens, closes, end - 1);
            mark("*", run, opens, closes, end);
        } else {
            mark(run, run, opens, closes, end);
        }
        return true;
    }

    private void mark(String kind, String run, boolean opens, boolean closes, int end) {
        // at the end of three, the inner one comes first
        boolean swap = run.length() == 3 && !opens && closes;
        String turned = kind.equals("*") ? "**" : "*";
        add(new Emphasis.Mark(swap ? turned : kind, opens, closes), end);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) && !Formatter.isWithoutBlanks(c);
    }

    private boolean mention() {
        if (at > 0 && isWord(line.codePointBefore(at))) {
            return false;
        }
        Mentions.Found found = formatter.mentions().at(line, at + 1);
        if (found.end() == at + 1) {
            return false;
        }
        add(new Span.Mention(line.substring(at, found.end()), found.me()), found.end());
        return true;
    }

    private boolean link() {
        if (at > 0 && isWord(line.codePointBefore(at))) {
            return false;
        }
        int end = Links.end(line, at);
        if (end == at) {
            return false;
        }
        String typed = line.substring(at, end);
        LinkTarget.of(typed).ifPresentOrElse(t -> add(new Span.Link(typed, t), end), () -> {
            plain.append(typed); // as a whole: it is not read again from every place where a link could begin
            at = end;
        });
        return true;
    }

    private boolean picture() {
        Optional<EmojiList.Found> found = formatter.emoji().at(line, at);
        found.ifPresent(f -> add(new Span.Picture(line.substring(at, f.end()), f.emoji()), f.end()));
        return found.isPresent();
    }

    private void add(Object piece, int next) {
        flush();
        pieces.add(piece);
        at = next;
    }

    private void flush() {
        if (!plain.isEmpty()) {
            pieces.add(plain.toString());
            plain.setLength(0);
        }
    }
}
