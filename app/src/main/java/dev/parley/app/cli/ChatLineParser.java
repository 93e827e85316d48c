package dev.parley.app.cli;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// How the line reader sees a line: the words before the cursor are everything up to the last blank, and the rest. A
/// line of a chat has no quotes and is never incomplete.
final class ChatLineParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int start = line.lastIndexOf(' ', cursor - 1) + 1;
        return new Parsed(line, cursor, line.substring(start, cursor), line.substring(0, start).isBlank() ? 0 : 1);
    }

    private record Parsed(String line, int cursor, String word, int wordIndex)
            implements CompletingParsedLine {

        @Override
        public int wordCursor() {
            return word.length();
        }

        /// Nothing is quoted, so a word is typed as it is.
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public List<String> words() {
            return wordIndex == 0 ? List.of(word) : List.of(line.substring(0, cursor - word.length()).strip(), word);
        }
    }
}
