package dev.parley.app.ui.messages.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Pairs marks of emphasis; those without a partner are characters like others.
final class Emphasis {

    /// A run of `*` or `_`.
    record Mark(String characters, boolean opens, boolean closes) {}

    private record Open(String characters, int index) {}

    private Emphasis() {}

    /// @param pieces strings, marks and spans
    /// @param end what follows the line
    static void pair(List<Object> pieces, String end, List<Span> out) {
        int[] bold = new int[pieces.size() + 1]; // changes of depth
        int[] italic = new int[pieces.size() + 1];
        boolean[] used = new boolean[pieces.size()];
        Deque<Open> open = new ArrayDeque<>(); // at most one of each kind
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Mark mark) {
                int partner = mark.closes ? partner(open, mark, i) : -1;
                if (partner >= 0) {
                    used[partner] = true;
                    used[i] = true;
                    int[] depth = mark.characters.length() == 2 ? bold : italic;
                    depth[partner]++;
                    depth[i]--;
                } else if (mark.opens && open.stream().noneMatch(o -> o.characters.equals(mark.characters))) {
                    open.push(new Open(mark.characters, i));
                }
            }
        }
        write(pieces, bold, italic, used, end, out);
    }

    /// Closes the mark of the same kind that is open, and gives up those opened after it.
    private static int partner(Deque<Open> open, Mark mark, int index) {
        if (open.stream().noneMatch(o -> o.characters.equals(mark.characters) && o.index < index - 1)) {
            return -1;
        }
        Open last = open.pop();
        while (!last.characters.equals(mark.characters)) {
            last = open.pop();
        }
        return last.index;
    }

    private static void write(List<Object> pieces, int[] bold, int[] italic, boolean[] used, String end, List<Span> out) {
        List<Span> spans = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int boldDepth = 0;
        int italicDepth = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (bold[i] != 0 || italic[i] != 0) {
                flush(words, boldDepth > 0, italicDepth > 0, spans);
            }
            boldDepth += bold[i];
            italicDepth += italic[i];
            switch (pieces.get(i)) {
                case Mark mark -> words.append(used[i] ? "" : mark.characters);
                case Span span -> {
                    flush(words, boldDepth > 0, italicDepth > 0, spans);
                    spans.add(span);
                }
                case Object text -> words.append(text);
            }
        }
        words.append(end);
        flush(words, boldDepth > 0, italicDepth > 0, spans);
        out.addAll(spans);
    }

    private static void flush(StringBuilder words, boolean bold, boolean italic, List<Span> out) {
        if (!words.isEmpty()) {
            out.add(new Span.Words(words.toString(), bold, italic));
            words.setLength(0);
        }
    }
}
