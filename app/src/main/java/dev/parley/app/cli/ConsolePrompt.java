package dev.parley.app.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The terminal of this process, if it has one.
public final class ConsolePrompt implements Prompt {

    private final @Nullable Console console;

    @SuppressWarnings("SystemConsoleNull") // it is null again where there is no terminal, since JDK 25
    public ConsolePrompt() {
        @Nullable Console here = System.console();
        this.console = here != null && here.isTerminal() ? here : null;
    }

    @Override
    public boolean isTerminal() {
        return console != null;
    }

    @Override
    public Optional<String> line(String question) {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", question));
    }

    @Override
    public Optional<char[]> secret(String question) {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", question));
    }
}
