package dev.parley.app.cli;

import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// Notices that the person types, so that somebody who writes a long message is not taken for idle. The reader asks
/// for the colours of the line whenever it draws it; if the line has changed, a key was pressed.
final class TypingSensor extends DefaultHighlighter {

    private final Runnable active;
    private String last = "";

    TypingSensor(Runnable active) {
        this.active = active;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (!buffer.equals(last)) {
            last = buffer;
            active.run();
        }
        return new AttributedString(buffer, AttributedStyle.DEFAULT);
    }
}
