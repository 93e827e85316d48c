package dev.parley.log;

import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Rooms and drafts for tests.
public final class Samples {

    public static final UserName ANA = new UserName("Ana");

    public static final RoomOptions OPTIONS =
            new RoomOptions(new History.All(), Duration.ofMinutes(5), Retention.FOREVER, 100);

    private Samples() {}

    public static RoomId room(MessageLog log, String name) {
        return log.createRoom(new RoomName(name), Optional.empty(), OPTIONS, name).id();
    }

    public static RoomId room(MessageLog log, String name, Retention retention) {
        RoomOptions options = new RoomOptions(new History.All(), Duration.ZERO, retention, 100);
        return log.createRoom(new RoomName(name), Optional.empty(), options, name).id();
    }

    public static Retention newest(long count) {
        return new Retention(Optional.empty(), OptionalLong.of(count));
    }

    public static Draft draft(RoomId room, String text) {
        return new Draft(room, MessageId.next(), EntryKind.TEXT, ANA, text);
    }

    public static List<Draft> drafts(RoomId room, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> draft(room, "text " + i)).toList();
    }

    /// Stores texts, many at a time.
    public static void fill(MessageLog log, RoomId room, int count) {
        for (int done = 0; done < count; done += 1_000) {
            log.append(drafts(room, Math.min(1_000, count - done)));
        }
    }
}
