package dev.parley.log.h2;

import dev.parley.log.History;
import dev.parley.log.LogException;
import dev.parley.log.Retention;
import dev.parley.log.RoomExistsException;
import dev.parley.log.RoomId;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.RoomName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of rooms, and in memory what is asked for all the time. Numbers in memory move only after a commit. Any
/// thread.
final class Rooms {

    private static final String SET = "password_secret = ?, password_salt = ?, password_memory_kib = ?,"
            + " password_iterations = ?, password_lanes = ?, history = ?, history_entries = ?, idle_ms = ?, keep_ms = ?,"
            + " keep_count = ?, max_members = ?";

    private final ConcurrentHashMap<RoomId, RoomRecord> known = new ConcurrentHashMap<>();

    /// @throws LogException if there is no such room
    RoomRecord get(RoomId id) {
        RoomRecord room = known.get(id);
        if (room == null) {
            throw new LogException("There is no such room.");
        }
        return room;
    }

    List<RoomRecord> all() {
        return known.values().stream()
                .sorted(Comparator.comparingInt(room -> room.id().value()))
                .toList();
    }

    /// Reads everything anew, also after a failure.
    ///
    /// @throws DamagedException if entries are missing
    void load(Sql sql) {
        List<RoomRecord> rooms = read(sql);
        for (RoomRecord room : rooms) {
            RoomRecord before = known.get(room.id());
            if (before != null && room.head() < before.head()) {
                throw new DamagedException("entries of room " + room.id() + " are gone");
            }
        }
        rooms.forEach(room -> known.put(room.id(), room)); // a room that exists is never missing, for those who read
        known.keySet().retainAll(rooms.stream().map(RoomRecord::id).collect(Collectors.toSet()));
    }

    /// All rooms of a database, their bounds taken from the entries by index.
    static List<RoomRecord> read(Sql sql) {
        return sql.list(Rooms::room, "SELECT * FROM room ORDER BY id").stream()
                .map(room -> Bounds.check(sql, room))
                .toList();
    }

    static void requireKey(String lookAlike) {
        if (lookAlike.isEmpty() || lookAlike.length() > 400) {
            throw new IllegalArgumentException("a look-alike key has 1 to 400 characters");
        }
    }

    RoomRecord create(
            Sql sql, RoomName name, Optional<StoredPassword> password, RoomOptions options, String lookAlike) {
        try {
            int id = sql.insert(
                    "id",
                    "INSERT INTO room (password_secret, password_salt, password_memory_kib, password_iterations,"
                            + " password_lanes, history, history_entries, idle_ms, keep_ms, keep_count, max_members, name,"
                            + " look_alike, first_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    values(password, options, name.value(), lookAlike));
            return new RoomRecord(new RoomId(id), name, password, options, 0, 0);
        } catch (RuntimeException e) {
            if (Failure.isDuplicate(e)) {
                throw exists();
            }
            throw e;
        }
    }

    void update(Sql sql, RoomRecord room) {
        sql.execute(
                "UPDATE room SET " + SET + " WHERE id = ?", values(room.password(), room.options(), room.id().value()));
    }

    void rename(Sql sql, RoomId room, RoomName now, String lookAlike) {
        try {
            sql.execute("UPDATE room SET name = ?, look_alike = ? WHERE id = ?", now.value(), lookAlike, room.value());
        } catch (RuntimeException e) {
            if (Failure.isDuplicate(e)) {
                throw exists();
            }
            throw e;
        }
    }

    private static RoomExistsException exists() {
        return new RoomExistsException("A room with this name, or one that looks like it, exists already.");
    }

    RoomRecord renamed(RoomId room, RoomName now) {
        known.computeIfPresent(room, (id, old) -> old.withName(now));
        return get(room);
    }

    void created(RoomRecord room) {
        known.putIfAbsent(room.id(), room);
    }

    void updated(RoomRecord room) {
        known.computeIfPresent(
                room.id(), (id, old) -> old.withPassword(room.password()).withOptions(room.options()));
    }

    void appended(RoomId room, long head) {
        known.computeIfPresent(room, (id, old) -> old.withEntries(Math.max(1, old.first()), head));
    }

    void retained(RoomId room, long first) {
        known.computeIfPresent(room, (id, old) -> old.withEntries(first, old.head()));
    }

    /// In the order of [#SET], and the others after them.
    private static @Nullable Object[] values(Optional<StoredPassword> password, RoomOptions options, Object... others) {
        Retention retention = options.retention();
        @Nullable Integer entries = options.history() instanceof History.Last(int last) ? last : null;
        @Nullable Long age = retention.age().map(Duration::toMillis).orElse(null);
        @Nullable Long count = retention.count().isPresent() ? retention.count().getAsLong() : null;
        @Nullable Object[] set = {
            password.map(StoredPassword::secret).orElse(null),
            password.map(StoredPassword::salt).orElse(null),
            password.map(StoredPassword::memoryKib).orElse(null),
            password.map(StoredPassword::iterations).orElse(null),
            password.map(StoredPassword::lanes).orElse(null),
            word(options.history()),
            entries,
            options.idle().toMillis(),
            age,
            count,
            options.maxMembers()
        };
        @Nullable Object[] all = Arrays.copyOf(set, set.length + others.length);
        System.arraycopy(others, 0, all, set.length, others.length);
        return all;
    }

    private static String word(History history) {
        return switch (history) {
            case History.All() -> "all";
            case History.None() -> "none";
            case History.Last(int entries) -> "last";
        };
    }

    private static RoomRecord room(ResultSet row) throws SQLException {
        byte[] secret = row.getBytes("password_secret");
        Optional<StoredPassword> password = secret == null
                ? Optional.empty()
                : Optional.of(new StoredPassword(
                        secret,
                        row.getBytes("password_salt"),
                        row.getInt("password_memory_kib"),
                        row.getInt("password_iterations"),
                        row.getInt("password_lanes")));
        History history = switch (row.getString("history")) {
            case "all" -> new History.All();
            case "none" -> new History.None();
            case "last" -> new History.Last(row.getInt("history_entries"));
            default -> throw new DamagedException("unknown history rule");
        };
        long age = row.getLong("keep_ms");
        Optional<Duration> keep = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(age));
        long count = row.getLong("keep_count");
        OptionalLong atMost = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
        RoomOptions options = new RoomOptions(
                history,
                Duration.ofMillis(row.getLong("idle_ms")),
                new Retention(keep, atMost),
                row.getInt("max_members"));
        long first = row.getLong("first_seq");
        if (first < 1) {
            throw new DamagedException("a room starts below entry 1");
        }
        return new RoomRecord(
                new RoomId(row.getInt("id")),
                new RoomName(row.getString("name")),
                password,
                options,
                first == 1 ? 0 : first,
                first - 1);
    }
}
