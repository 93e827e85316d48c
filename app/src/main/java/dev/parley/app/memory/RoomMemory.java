package dev.parley.app.memory;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rooms that were visited, in memory and in `rooms.json`: at most 200, the oldest go. Safe for any thread.
public final class RoomMemory implements AutoCloseable {

    private static final int MOST = 200;

    /// As in the file: anything may be missing.
    private record Line(@Nullable String host, @Nullable String room, @Nullable String hostName, @Nullable String address,
            boolean own, boolean locked, long visited, long read, boolean muted, @Nullable String draft) {

        static Line of(RememberedRoom r) {
            return new Line(r.key().host().toString(), r.key().room().value(), r.hostName(), r.address(), r.own(),
                    r.locked(), r.visited().toEpochMilli(), r.read(), r.muted(), r.draft());
        }

        Optional<RememberedRoom> remembered() {
            try {
                Optional<Fingerprint> key = host == null ? Optional.empty() : Fingerprint.parse(host);
                if (key.isEmpty() || room == null) {
                    return Optional.empty();
                }
                return Optional.of(new RememberedRoom(new RoomKey(key.get(), new RoomName(room)), orEmpty(hostName),
                        orEmpty(address), own, locked, Instant.ofEpochMilli(visited), read, muted, orEmpty(draft)));
            } catch (ProtocolException e) {
                return Optional.empty(); // not a name that a room can have
            }
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private record Lines(@Nullable List<@Nullable Line> rooms) {}

    private final JsonFile<Lines> file;
    private final Clock clock;
    private final Map<RoomKey, RememberedRoom> rooms = new LinkedHashMap<>();

    private RoomMemory(JsonFile<Lines> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    public static RoomMemory open(Path path, Clock clock) {
        JsonFile<Lines> file = new JsonFile<>(path, Lines.class);
        RoomMemory memory = new RoomMemory(file, clock);
        file.read().map(Lines::rooms).orElse(List.of()).stream().filter(Objects::nonNull).limit(MOST).forEach(
                line -> line.remembered().ifPresent(r -> memory.rooms.put(r.key(), r)));
        return memory;
    }

    /// The one visited last comes first.
    public synchronized List<RememberedRoom> all() {
        return rooms.values().stream().sorted(Comparator.comparing(RememberedRoom::visited).reversed()).toList();
    }

    public synchronized Optional<RememberedRoom> find(RoomKey key) {
        return Optional.ofNullable(rooms.get(key));
    }

    /// Changes what is remembered of a room; begins with [RememberedRoom#fresh] for a new one.
    public synchronized RememberedRoom change(RoomKey key, UnaryOperator<RememberedRoom> change) {
        RememberedRoom before = rooms.getOrDefault(key, RememberedRoom.fresh(key, clock.instant()));
        RememberedRoom now = change.apply(before);
        rooms.remove(key);
        rooms.put(now.key(), now);
        if (rooms.size() > MOST) {
            rooms.remove(all().getLast().key());
        }
        save();
        return now;
    }

    /// The room is called otherwise now. Whoever notices it second changes nothing.
    public synchronized void rename(RoomKey before, RoomKey now) {
        RememberedRoom known = rooms.remove(before);
        if (known != null) {
            rooms.putIfAbsent(now, known.renamed(now));
            save();
        }
    }

    public synchronized void forget(RoomKey key) {
        if (rooms.remove(key) != null) {
            save();
        }
    }

    private void save() {
        file.writeSoon(this::lines);
    }

    private synchronized Lines lines() {
        return new Lines(new ArrayList<>(rooms.values().stream().map(Line::of).toList()));
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        file.close();
    }
}
