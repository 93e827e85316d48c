package dev.parley.app.ui.messages.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All emoji that there are pictures of, in the order of the picker. Immutable.
public final class EmojiList {

    /// Knows none: what there is until the list is read.
    public static final EmojiList NONE = new EmojiList(List.of());

    private static final String FILE = "/dev/parley/app/assets/emoji/emoji.tsv";
    private static final int COLUMNS = 7;
    private static final int EMOJI_PLANE = 0x1F000;
    private static final char AS_PICTURE = '\uFE0F';
    private static final char AS_TEXT = '\uFE0E';

    private final Map<String, Emoji> bySequence = new HashMap<>();
    private final Map<String, Emoji> byName = new HashMap<>();
    private final Map<String, List<Emoji>> byCategory = new LinkedHashMap<>();
    private final BitSet beginnings = new BitSet();
    private int longest;

    private EmojiList(List<Emoji> emoji) {
        for (Emoji one : emoji) {
            String bare = one.sequence().replace("\uFE0F", "");
            bySequence.put(bare, one);
            beginnings.set(bare.codePointAt(0));
            longest = Math.max(longest, bare.length());
            if (one.isBasic()) {
                byName.putIfAbsent(one.name(), one);
                byCategory.computeIfAbsent(one.category(), _ -> new ArrayList<>()).add(one);
            }
        }
        emoji.stream().filter(Emoji::isBasic).flatMap(e -> Arrays.stream(e.words().split(" ")).distinct().map(w -> Map.entry(w, e)))
                .collect(Collectors.groupingBy(Map.Entry::getKey))
                .forEach((word, of) -> {
                    if (of.size() == 1) {
                        byName.putIfAbsent(word, of.getFirst().getValue()); // `thumbsup`: one emoji and no other
                    }
                });
    }

    /// Reads the list that comes with the program. Blocks for some tens of milliseconds.
    public static EmojiList load() {
        try (InputStream file = EmojiList.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return NONE;
            }
            return new EmojiList(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()
                    .map(line -> line.split("\t", -1)).filter(c -> c.length == COLUMNS)
                    .map(c -> new Emoji(c[0], Integer.parseInt(c[1]), Integer.parseInt(c[2]), Integer.parseInt(c[3]), c[4],
                            c[5], c[6]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of the categories, in order.
    public List<String> categories() {
        return List.copyOf(byCategory.keySet());
    }

    public List<Emoji> in(String category) {
        return Collections.unmodifiableList(byCategory.getOrDefault(category, List.of()));
    }

    /// By short name, without colons, or by a word that no other emoji has.
    public Optional<Emoji> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// By its characters, with or without U+FE0F.
    public Optional<Emoji> of(String sequence) {
        return Optional.ofNullable(bySequence.get(sequence.replace("\uFE0F", "")));
    }

    /// Those whose name or words have a word that begins with every one of the given words; names first.
    public List<Emoji> find(String words) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[\\s_:]+")).filter(w -> !w.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Emoji> named = new ArrayList<>();
        List<Emoji> described = new ArrayList<>();
        byCategory.values().forEach(all -> all.forEach(emoji -> {
            String name = " " + emoji.name().replace('_', ' ').replace('-', ' ');
            if (wanted.stream().allMatch(w -> name.contains(" " + w))) {
                named.add(emoji);
            } else if (wanted.stream().allMatch(w -> (name + " " + emoji.words()).contains(" " + w))) {
                described.add(emoji);
            }
        }));
        named.addAll(described);
        return named;
    }

    /// An emoji in a text.
    ///
    /// @param end index after its last character
    public record Found(Emoji emoji, int end) {}

    /// The longest emoji that begins at an index, unless the text asks for its letter form.
    public Optional<Found> at(String text, int index) {
        int first = text.codePointAt(index);
        if (!beginnings.get(first)) {
            return Optional.empty();
        }
        StringBuilder bare = new StringBuilder();
        Optional<Found> best = Optional.empty();
        int i = index;
        while (i < text.length() && bare.length() < longest) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            bare.appendCodePoint(c);
            boolean picture = i < text.length() && text.charAt(i) == AS_PICTURE;
            boolean letter = i < text.length() && text.charAt(i) == AS_TEXT;
            if (picture) {
                i++;
            }
            Emoji emoji = letter ? null : bySequence.get(bare.toString());
            if (emoji != null && (picture || !isLetterByItself(emoji, bare))) {
                best = Optional.of(new Found(emoji, i));
            }
        }
        return best;
    }

    /// Signs such as © and ☺ are pictures only when U+FE0F follows.
    private static boolean isLetterByItself(Emoji emoji, StringBuilder bare) {
        int first = bare.codePointAt(0);
        return bare.length() == Character.charCount(first) && first < EMOJI_PLANE
                && emoji.sequence().indexOf(AS_PICTURE) > 0;
    }
}
