package dev.parley.log.h2;

import dev.parley.log.LogException;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Opens a copy of a database without the right to write and reads all of it: bounds of every room, every number in
/// between, every row.
final class Inspection {

    private Inspection() {}

    /// @param atLeast rooms as they were before the copy was made: each must be there, at least as long
    /// @return what is wrong, empty if nothing is
    static Optional<String> of(DatabaseFile copy, List<RoomRecord> atLeast) {
        try (Database database = Database.open(copy, DatabaseFile.Mode.READ_ONLY)) {
            return database.read(sql -> {
                Migrations.all().requireKnown(sql);
                return compare(sql, atLeast);
            });
        } catch (LogException | DamagedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private static Optional<String> compare(Sql sql, List<RoomRecord> atLeast) {
        Map<RoomId, RoomRecord> found =
                Rooms.read(sql).stream().collect(Collectors.toMap(RoomRecord::id, Function.identity()));
        for (RoomRecord room : atLeast) {
            RoomRecord copy = found.get(room.id());
            if (copy == null || copy.head() < room.head()) {
                return Optional.of("room " + room.id() + " is not complete");
            }
        }
        Map<Integer, Long> counts = sql
                .list(
                        row -> Map.entry(row.getInt(1), row.getLong(2)),
                        "SELECT room, COUNT(*), SUM(CHAR_LENGTH(body)), MIN(message_id) FROM entry GROUP BY room")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (RoomRecord room : found.values()) {
            long expected = room.head() == 0 ? 0 : room.head() - room.first() + 1;
            if (counts.getOrDefault(room.id().value(), 0L) != expected) {
                return Optional.of("room " + room.id() + " has gaps");
            }
        }
        if (found.size() < counts.size()) {
            return Optional.of("entries without a room");
        }
        sql.list(row -> row.getLong(1), "SELECT COUNT(*) FROM audit");
        return Optional.empty();
    }
}
