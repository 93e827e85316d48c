package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.PasswordAsker;
import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import dev.parley.protocol.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// Where passwords come from: a file, the environment, or a person. Never from an argument, which other users of the
/// machine can see.
///
/// @param surroundings with the environment and the terminal
/// @param guard runs a question, during which Ctrl-C ends the program
record Passwords(Surroundings surroundings, Guard guard) {

    static final String VARIABLE = "PARLEY_PASSWORD";

    private static final int TRIES = 3;
    private static final int MAX_FILE = 64 * 1024;

    /// Surrounds a question to a person.
    interface Guard {
        <T> T during(Supplier<T> question);
    }

    /// The password of the file, or else of the environment; empty if none is given.
    ///
    /// @throws SessionException `password-file`, `password-empty` or `password-too-long`
    Optional<char[]> given(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            return Optional.of(requireUsable(firstLine(file.get())));
        }
        String variable = surroundings.environment().getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? Optional.empty() : Optional.of(requireUsable(variable.toCharArray()));
    }

    /// The password of a room that is made; empty when the person wants none.
    ///
    /// @throws SessionException `password-missing` if nobody can be asked
    Optional<char[]> ofNewRoom(String room) {
        if (!surroundings.prompt().isTerminal()) {
            throw new SessionException(Problem.USAGE, "password-missing", room);
        }
        char[] first = ask("password.new", room);
        if (first.length == 0) {
            return Optional.empty();
        }
        char[] second = ask("password.again");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, ' ');
        if (!same) {
            Arrays.fill(first, ' ');
            throw new SessionException(Problem.USAGE, "password-differs");
        }
        return Optional.of(requireUsable(first));
    }

    /// Asks at the terminal, three times at most; asks nobody where there is no terminal.
    PasswordAsker asker() {
        return surroundings.prompt().isTerminal()
                ? (room, before) -> before >= TRIES ? Optional.empty() : askFor(room.value(), before)
                : PasswordAsker.NOBODY;
    }

    private Optional<char[]> askFor(String room, int before) {
        char[] typed = before == 0 ? ask("password.join", room) : ask("password.wrong", room);
        return typed.length == 0 ? Optional.empty() : Optional.of(typed);
    }

    private char[] ask(String key, Object... args) {
        Texts texts = surroundings.texts();
        return guard.during(() -> surroundings.prompt().secret(texts.get(key, args))).orElseGet(() -> new char[0]);
    }

    private static char[] firstLine(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new SessionException(Problem.USAGE, "password-file", file);
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (CharacterCodingException e) {
            throw new SessionException(Problem.USAGE, "password-file", file);
        }
    }

    private static char[] requireUsable(char[] password) {
        if (password.length == 0) {
            throw new SessionException(Problem.USAGE, "password-empty");
        }
        if (Character.codePointCount(password, 0, password.length) > Limits.PASSWORD_CODE_POINTS) {
            throw new SessionException(Problem.USAGE, "password-too-long", Limits.PASSWORD_CODE_POINTS);
        }
        return password;
    }
}
