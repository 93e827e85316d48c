package dev.parley.app.cli;

import java.util.Optional;

/// Asks a person at a terminal.
public interface Prompt {

    /// True if somebody can be asked, and reads what is printed.
    boolean isTerminal();

    /// A line; empty when the person ends the input.
    Optional<String> line(String question);

    /// A line that is not shown while it is typed; to be wiped by the caller. Empty when the person ends the input.
    Optional<char[]> secret(String question);
}
