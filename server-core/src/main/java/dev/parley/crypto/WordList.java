package dev.parley.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The words in which a [Fingerprint] is spoken. The first four letters (or the whole of a shorter word) tell a word
/// from all others. The list never changes: people compare words across versions of the program.
final class WordList {

    /// Bits that one word carries.
    static final int BITS = 10;

    static final int SIZE = 1 << BITS;

    private static final List<String> WORDS = read();

    private WordList() {}

    static String word(int index) {
        return WORDS.get(index);
    }

    private static List<String> read() {
        try (InputStream in = WordList.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing from the program");
            }
            List<String> words = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            if (words.size() != SIZE) {
                throw new IllegalStateException("words.txt has " + words.size() + " words");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
