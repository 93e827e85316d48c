package dev.parley.app.instance;

/// Who has the window of a data folder.
public sealed interface Claim {

    /// We have it, until it is closed.
    record First(SingleWindow window) implements Claim {}

    /// Another process has it and was told; there is nothing else to do here.
    record Told() implements Claim {}

    /// Another process has it and does not answer.
    record Silent() implements Claim {}
}
