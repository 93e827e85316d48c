package dev.parley.app.cli;

import dev.parley.app.session.Typed;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes commands at the start of a line, and names of people everywhere, with or without an `@`.
final class ChatCompleter implements Completer {

    private final Supplier<List<UserName>> people;

    ChatCompleter(Supplier<List<UserName>> people) {
        this.people = people;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        if (line.wordIndex() == 0 && word.startsWith("/")) {
            Typed.COMMANDS.forEach(command -> candidates.add(new Candidate(command)));
            return;
        }
        String at = word.startsWith("@") ? "@" : "";
        people.get().forEach(name -> candidates.add(new Candidate(at + name)));
    }
}
