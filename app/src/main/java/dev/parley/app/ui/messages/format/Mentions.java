package dev.parley.app.ui.messages.format;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Whom an `@` may mean. Immutable.
public final class Mentions {

    private final Map<String, Boolean> names = new HashMap<>();
    private int longest;

    private Mentions() {}

    /// @param me our own name, a mention of which is told apart
    public static Mentions of(Collection<String> people, String me) {
        Mentions mentions = new Mentions();
        people.forEach(name -> mentions.add(name, false));
        mentions.add(me, true);
        return mentions;
    }

    private void add(String name, boolean me) {
        names.put(name.toLowerCase(Locale.ROOT), me);
        longest = Math.max(longest, name.length());
    }

    /// A name in a text.
    ///
    /// @param end index after it
    record Found(int end, boolean me) {}

    /// The longest name that begins at an index and ends at the end of a word; `end` is `start` if there is none.
    Found at(String text, int start) {
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            boolean wordGoesOn = end < text.length() && isWord(text.codePointAt(end)) && isWord(text.codePointBefore(end));
            if (!wordGoesOn) {
                Boolean me = names.get(text.substring(start, end).toLowerCase(Locale.ROOT));
                if (me != null) {
                    return new Found(end, me);
                }
            }
        }
        return new Found(start, false);
    }

    /// Scripts without blanks between words may go on after a name.
    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) && !Formatter.isWithoutBlanks(c);
    }
}
