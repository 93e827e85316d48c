package dev.parley.app.session;

import dev.parley.protocol.Entry;
import java.io.IOException;

/// A form in which a room log leaves Parley. For one thread; calls come in this order: begin, entries, end.
interface ExportFormat {

    void begin() throws IOException;

    void entry(Entry entry) throws IOException;

    void end() throws IOException;
}
