package dev.parley.app.session;

import dev.parley.protocol.MessageText;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a typed line means.
public sealed interface Typed {

    /// The commands, for completion and help.
    List<String> COMMANDS = List.of("/help", "/leave", "/msg", "/people", "/who");

    /// Words for the room.
    record Say(MessageText text) implements Typed {}

    /// Words for one person.
    record Whisper(UserName to, MessageText text) implements Typed {}

    record People() implements Typed {}

    record Leave() implements Typed {}

    record Help() implements Typed {}

    /// A blank line.
    record Nothing() implements Typed {}

    /// A line that cannot be carried out: show the text with that key.
    record Wrong(String key, List<Object> args) implements Typed {}

    /// Reads a line: `/` starts a command, `//` a message that starts with one slash.
    ///
    /// @param people who is in the room: names may contain blanks, so `/msg` is read with their help
    static Typed parse(String line, Collection<UserName> people) {
        if (line.isBlank()) {
            return new Nothing();
        }
        if (!line.startsWith("/")) {
            return say(line);
        }
        if (line.startsWith("//")) {
            return say(line.substring(1));
        }
        int blank = line.indexOf(' ');
        String word = (blank < 0 ? line : line.substring(0, blank)).toLowerCase(Locale.ROOT);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        return switch (word) {
            case "/help", "/?" -> new Help();
            case "/leave", "/quit", "/exit" -> new Leave();
            case "/people", "/who" -> new People();
            case "/msg", "/w" -> whisper(rest, people);
            default -> new Wrong("typed.unknown", List.of(word));
        };
    }

    private static Typed say(String text) {
        try {
            return new Say(new MessageText(text));
        } catch (ProtocolException e) {
            return new Wrong("typed.refused", List.of(e.text()));
        }
    }

    private static Typed whisper(String rest, Collection<UserName> people) {
        Optional<UserName> named = people.stream()
                .filter(p -> startsWithName(rest, p.value()))
                .max(Comparator.comparingInt(p -> p.value().length()));
        try {
            if (named.isPresent()) {
                int length = named.get().value().length() + (rest.startsWith("@") ? 1 : 0);
                return new Whisper(named.get(), new MessageText(rest.substring(length).strip()));
            }
            int blank = rest.indexOf(' ');
            if (blank < 0) {
                return new Wrong("typed.msg", List.of());
            }
            String name = rest.substring(rest.startsWith("@") ? 1 : 0, blank);
            return new Whisper(new UserName(name), new MessageText(rest.substring(blank + 1).strip()));
        } catch (ProtocolException e) {
            return new Wrong("typed.msg", List.of());
        }
    }

    private static boolean startsWithName(String rest, String name) {
        int start = rest.startsWith("@") ? 1 : 0;
        int end = start + name.length();
        return rest.regionMatches(true, start, name, 0, name.length())
                && (rest.length() == end || rest.charAt(end) == ' ');
    }
}
