package dev.parley.app.ui.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// An honest guess of how hard a password is to guess. Passwords of rooms can only be tried at the host, a few a minute, so
/// what matters is not to be among the first that somebody tries.
///
/// @param level how good
/// @param why text `start.strength-<why>` says it in words
public record PasswordStrength(Level level, String why) {

    /// In ascending order.
    public enum Level {
        NONE(0),
        WEAK(0.25),
        FAIR(0.5),
        GOOD(0.75),
        STRONG(1);

        private final double share;

        Level(double share) {
            this.share = share;
        }

        /// How much of the bar it fills.
        double share() {
            return share;
        }
    }

    private static final double FAIR_BITS = 20;
    private static final double GOOD_BITS = 34;
    private static final double STRONG_BITS = 52;
    /// What a letter is worth that follows from the one before.
    private static final double PREDICTABLE = 0.2;
    private static final double WORD_BITS = 12;
    private static final int WORDS = 3;

    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "йцукенгшщзхъ",
            "фывапролджэ", "1234567890");
    private static final List<String> COMMON = List.of("password", "passwort", "пароль", "letmein", "welcome", "dragon",
            "monkey", "football", "baseball", "iloveyou", "princess", "sunshine", "master", "shadow", "superman", "batman",
            "hello", "secret", "admin", "login", "guest", "test", "user", "parley", "room", "chat", "school", "teacher",
            "class", "student", "wifi", "internet", "computer", "love", "summer", "winter", "spring", "autumn", "monday",
            "qwerty", "azerty", "abc", "pass", "word", "code", "open", "sesame", "changeme", "trustno", "starwars", "pokemon");

    /// Words that many would try first make a password weak, whatever its length.
    public static PasswordStrength of(String password) {
        if (password.isEmpty()) {
            return new PasswordStrength(Level.NONE, "none");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain.replaceAll("[0-9!?.]+$", ""))) {
            return new PasswordStrength(Level.WEAK, "common");
        }
        int[] points = password.codePoints().toArray();
        double letters = surprise(points);
        if (points.length >= 4 && letters < points.length / 2.0) {
            return new PasswordStrength(Level.WEAK, "row");
        }
        double bits = letters * Math.log(alphabet(points)) / Math.log(2);
        for (String word : COMMON) {
            if (word.length() > 3 && plain.contains(word)) {
                bits -= 3.5 * (word.length() - 1);
            }
        }
        long words = words(plain);
        if (words >= WORDS) {
            return new PasswordStrength(words * WORD_BITS >= STRONG_BITS ? Level.STRONG : Level.GOOD, "words");
        }
        return judged(bits);
    }

    private static PasswordStrength judged(double bits) {
        if (bits < FAIR_BITS) {
            return new PasswordStrength(Level.WEAK, "short");
        }
        if (bits < GOOD_BITS) {
            return new PasswordStrength(Level.FAIR, "fair");
        }
        return bits < STRONG_BITS ? new PasswordStrength(Level.GOOD, "good") : new PasswordStrength(Level.STRONG, "strong");
    }

    private static long words(String plain) {
        return Arrays.stream(plain.split("[\\s_.,;:-]+"))
                .filter(w -> w.codePoints().filter(Character::isLetter).distinct().count() >= 3)
                .distinct()
                .count();
    }

    /// How many characters do not follow from the one before.
    private static double surprise(int[] points) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            boolean follows = i > 0 && follows(Character.toLowerCase(points[i - 1]), Character.toLowerCase(points[i]));
            sum += follows ? PREDICTABLE : 1;
        }
        return sum;
    }

    private static boolean follows(int before, int now) {
        if (Math.abs(now - before) <= 1) {
            return true;
        }
        String pair = Character.toString(before) + Character.toString(now);
        String reversed = Character.toString(now) + Character.toString(before);
        return ROWS.stream().anyMatch(r -> r.contains(pair) || r.contains(reversed));
    }

    private static double alphabet(int[] points) {
        double size = 0;
        size += any(points, 'a', 'z') ? 26 : 0;
        size += any(points, 'A', 'Z') ? 26 : 0;
        size += any(points, '0', '9') ? 10 : 0;
        boolean signs = false;
        boolean others = false;
        for (int p : points) {
            signs |= p < 0x80 && !Character.isLetterOrDigit(p);
            others |= p >= 0x80;
        }
        return Math.max(2, size + (signs ? 20 : 0) + (others ? 60 : 0));
    }

    private static boolean any(int[] points, int from, int to) {
        for (int p : points) {
            if (p >= from && p <= to) {
                return true;
            }
        }
        return false;
    }
}
