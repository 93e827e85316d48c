package dev.parley.app.ui.widget;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One or two letters that stand for a name. `Ana Lima` is `AL`, `Ben` is `BE`, `健太` is `健`.
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        List<String> words = Arrays.stream(name.strip().split("[\\s_.:-]+")).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return "?";
        }
        String first = letter(words.getFirst(), 0);
        if (Character.isIdeographic(first.codePointAt(0)) || isKana(first.codePointAt(0))) {
            return first; // one is as wide as two letters, and enough
        }
        String second = words.size() > 1 ? letter(words.get(1), 0) : letter(words.getFirst(), 1);
        return (first + second).toUpperCase(Locale.ROOT);
    }

    private static boolean isKana(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }

    /// What a person takes for one letter, marks included.
    private static String letter(String word, int index) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        int start = 0;
        for (int i = 0; i < index && start != BreakIterator.DONE; i++) {
            start = letters.next();
        }
        int end = start == BreakIterator.DONE || start >= word.length() ? BreakIterator.DONE : letters.following(start);
        return end == BreakIterator.DONE ? "" : word.substring(start, end);
    }
}
