package dev.parley.log.h2;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes long transactions while another thread makes H2 write its file as often as it can, until it is killed.
final class StoringWhileWriting {

    private static final int ROWS = 300;
    private static final int ROOM = 1;

    private StoringWhileWriting() {}

    /// Arguments: the data folder.
    public static void main(String[] args) throws Exception {
        ChildJava.endWithParent();
        Database database = open(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(() -> storeAlways(database));
        out.println("ready");
        for (long head = head(database); ; head += ROWS) {
            insertAfter(database, head);
        }
    }

    static Database open(Path folder) {
        Database database = Database.open(new DatabaseFile(folder, "parley", DatabaseFile.DISK), new Pending());
        Migrations.all().apply(database.writer(), Clock.systemUTC());
        return database;
    }

    /// The greatest number, by the index of numbers.
    static long head(Database database) throws Exception {
        return database.read(sql -> sql.first(row -> row.getLong(1),
                "SELECT seq FROM entry WHERE room = ? ORDER BY room DESC, seq DESC FETCH FIRST 1 ROW ONLY", ROOM)).orElse(0L);
    }

    /// How many entries the table itself, the index of numbers and the index of ids have.
    static List<Long> counts(Database database) throws Exception {
        List<Long> counts = new ArrayList<>();
        for (String where : List.of("", " WHERE room = 1 AND seq > 0", " WHERE room = 1 AND message_id > ''")) {
            counts.add(database.read(sql -> sql.first(row -> row.getLong(1), "SELECT COUNT(*) FROM entry" + where)).orElse(0L));
        }
        return counts;
    }

    static void insertAfter(Database database, long head) throws Exception {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long seq = head + 1; seq <= head + ROWS; seq++) {
            rows.add(new @Nullable Object[] {ROOM, seq, "%026d".formatted(seq), "text", "Ana", 0L, "x".repeat(100)});
        }
        database.write(sql -> {
            sql.batch("INSERT INTO entry (room, seq, message_id, kind, sender, stored_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
            return rows;
        });
    }

    private static void storeAlways(Database database) {
        try {
            while (true) {
                database.sync();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
