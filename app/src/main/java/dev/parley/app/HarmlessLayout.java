package dev.parley.app;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.parley.protocol.VisibleText;

/// Lines of the program's own log. What strangers wrote may be in them, in the message of an exception too: it must neither
/// command the terminal that shows the file nor pass for another line of the log. So all lines of an event but the first
/// begin with a tab.
final class HarmlessLayout extends PatternLayout {

    private static final String FURTHER = "\n\t";

    @Override
    public String doLayout(ILoggingEvent event) {
        String lines = super.doLayout(event).stripTrailing().replace("\r\n", "\n");
        return VisibleText.block(lines).replace(FURTHER, "\n").replace("\n", FURTHER) + System.lineSeparator();
    }
}
