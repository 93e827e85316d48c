package dev.parley.app.ui.messages.format;

import java.util.List;

/// A part of a message with lines of its own.
public sealed interface Block {

    /// Lines of text.
    record Prose(List<Span> spans) implements Block {
        public Prose {
            spans = List.copyOf(spans);
        }
    }

    /// Between fences of three backticks; kept as it is.
    record Code(String text) implements Block {}
}
