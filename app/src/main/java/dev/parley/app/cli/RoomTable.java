package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.Endpoint;
import dev.parley.discovery.SightedRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;

/// Found rooms in columns.
final class RoomTable {

    private static final int COLUMNS = 5;

    private RoomTable() {}

    static List<String> of(List<SightedRoom> rooms, Texts texts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(texts.get("rooms.room"), texts.get("rooms.locked"), texts.get("rooms.members"),
                texts.get("rooms.host"), texts.get("rooms.address")));
        for (SightedRoom r : rooms) {
            rows.add(List.of(r.room().value(), texts.get(r.locked() ? "rooms.yes" : "rooms.no"),
                    String.valueOf(r.members()), r.host().value(), Endpoint.show(r.address())));
        }
        int[] widths = IntStream.range(0, COLUMNS)
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            String cell = row.get(column);
            line.append(cell).repeat(' ', widths[column] - width(cell) + 2);
        }
        return line.toString().stripTrailing();
    }

    /// Columns on a terminal: a Chinese character takes two.
    private static int width(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
