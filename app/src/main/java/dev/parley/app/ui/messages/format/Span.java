package dev.parley.app.ui.messages.format;

import dev.parley.app.ui.messages.emoji.Emoji;

/// A piece of a line that looks the same throughout.
public sealed interface Span {

    /// The characters that stand for it, also when it is copied.
    String text();

    record Words(String text, boolean bold, boolean italic) implements Span {}

    /// Between backticks.
    record Code(String text) implements Span {}

    /// @param link where it leads
    record Link(String text, LinkTarget link) implements Span {}

    /// @param me whether we are meant
    record Mention(String text, boolean me) implements Span {}

    record Picture(String text, Emoji emoji) implements Span {}
}
