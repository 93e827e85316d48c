package dev.parley.app.ui.messages.format;

import dev.parley.app.ui.messages.emoji.EmojiList;
import java.util.ArrayList;
import java.util.List;

/// Reads the text of a message.
///
/// @param mentions whom an `@` may mean
/// @param emoji what is drawn as a picture
public record Formatter(Mentions mentions, EmojiList emoji) {

    private static final String FENCE = "```";

    /// The text in parts. It must be harmless already (see [dev.parley.protocol.VisibleText]).
    public List<Block> format(String text) {
        return format(text, false);
    }

    /// @param cut whether the text goes on, so that a fence may be open at its end
    public List<Block> format(String text, boolean cut) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        List<String> lines = text.lines().toList();
        boolean moreFences = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isOneLineFence(line)) {
                flush(prose, blocks);
                blocks.add(new Block.Code(line.strip().substring(3, line.strip().length() - 3).strip()));
                continue;
            }
            int close = moreFences && isOpening(line) ? closing(lines, i + 1, cut) : -1;
            moreFences &= close >= 0 || !isOpening(line);
            if (close < 0) {
                prose.append(line).append('\n');
            } else {
                flush(prose, blocks);
                blocks.add(new Block.Code(String.join("\n", lines.subList(i + 1, close))));
                i = close;
            }
        }
        flush(prose, blocks);
        return blocks;
    }

    private static boolean isOpening(String line) {
        return line.startsWith(FENCE) && line.indexOf('`', FENCE.length()) < 0;
    }

    private static boolean isOneLineFence(String line) {
        String inner = line.strip();
        return inner.length() > 2 * FENCE.length() && inner.startsWith(FENCE) && inner.endsWith(FENCE)
                && inner.indexOf('`', FENCE.length()) == inner.length() - FENCE.length();
    }

    private static int closing(List<String> lines, int from, boolean cut) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i == from ? -1 : i;
            }
        }
        return cut ? lines.size() : -1;
    }

    private void flush(StringBuilder prose, List<Block> blocks) {
        String text = trimLines(prose.toString());
        prose.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        List<Span> spans = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            boolean last = end < 0;
            String line = text.substring(start, last ? text.length() : end);
            LineReader.read(line, this, last, spans);
            start = last ? text.length() + 1 : end + 1;
        }
        blocks.add(new Block.Prose(spans));
    }

    /// Without empty lines at both ends.
    private static String trimLines(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '\n') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(start, end);
    }

    /// Whether the text is laid out from right to left: its first letter decides.
    public static boolean isRightToLeft(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> i += Character.charCount(c);
            }
        }
        return false;
    }

    /// Whether a message is one to three emoji and nothing else.
    public static boolean isOnlyEmoji(List<Block> blocks) {
        if (blocks.size() != 1 || !(blocks.getFirst() instanceof Block.Prose prose)) {
            return false;
        }
        long pictures = prose.spans().stream().filter(Span.Picture.class::isInstance).count();
        return pictures >= 1 && pictures <= 3
                && prose.spans().stream().allMatch(s -> s instanceof Span.Picture || s.text().equals(" "));
    }

    /// Chinese, Japanese and others write words without blanks between them.
    static boolean isWithoutBlanks(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
