package dev.parley.log;

import static dev.parley.log.Samples.ANA;
import static dev.parley.log.Samples.OPTIONS;
import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.newest;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every log must do: extend this, and all of it is tested.
public abstract class MessageLogContract extends RetentionContract {

    private static final StoredPassword PASSWORD = new StoredPassword(new byte[32], new byte[16], 19_456, 2, 1);

    @Test
    void roomsAreThereAfterARestart() {
        RoomOptions special = new RoomOptions(
                new History.Last(50),
                Duration.ofMinutes(7),
                new Retention(Optional.of(Duration.ofDays(30)), OptionalLong.of(1_000)),
                12);
        RoomRecord open = log.createRoom(new RoomName("Physics 2B"), Optional.empty(), OPTIONS, "physics 2b");
        RoomRecord locked = log.createRoom(new RoomName("Crew"), Optional.of(PASSWORD), special, "crew");

        assertThat(log.rooms()).containsExactly(open, locked);
        restart();
        assertThat(log.rooms()).containsExactly(open, locked);
    }

    @Test
    void aNameOrItsLookAlikeIsTakenOnce() {
        log.createRoom(new RoomName("Crew"), Optional.empty(), OPTIONS, "crew");

        assertThatExceptionOfType(RoomExistsException.class)
                .isThrownBy(() -> log.createRoom(new RoomName("CREW"), Optional.empty(), OPTIONS, "crew"));
        assertThatExceptionOfType(RoomExistsException.class)
                .isThrownBy(() -> log.createRoom(new RoomName("Crew"), Optional.empty(), OPTIONS, "other"));
        assertThat(log.rooms()).hasSize(1);
    }

    @Test
    void passwordAndOptionsCanChange() {
        RoomRecord room = log.createRoom(new RoomName("Crew"), Optional.of(PASSWORD), OPTIONS, "crew");
        fill(log, room.id(), 3);
        RoomOptions quiet = new RoomOptions(new History.None(), Duration.ZERO, newest(5), 7);

        log.updateRoom(room.withPassword(Optional.empty()).withOptions(quiet));

        RoomRecord expected = new RoomRecord(room.id(), room.name(), Optional.empty(), quiet, 1, 3);
        assertThat(log.rooms()).containsExactly(expected);
        restart();
        assertThat(log.rooms()).containsExactly(expected);
    }

    @Test
    void aRoomKeepsEverythingUnderAnotherName() {
        RoomRecord room = log.createRoom(new RoomName("Crew"), Optional.of(PASSWORD), OPTIONS, "crew");
        fill(log, room.id(), 3);

        RoomRecord renamed = log.renameRoom(room.id(), new RoomName("Ship"), "ship");

        RoomRecord expected = new RoomRecord(room.id(), new RoomName("Ship"), Optional.of(PASSWORD), OPTIONS, 1, 3);
        assertThat(renamed).isEqualTo(expected);
        restart();
        assertThat(log.rooms()).containsExactly(expected);
        assertThat(log.createRoom(new RoomName("Crew"), Optional.empty(), OPTIONS, "crew").id()).isNotEqualTo(room.id());
    }

    @Test
    void aRoomIsNotRenamedToATakenNameOrItsLookAlike() {
        RoomRecord room = log.createRoom(new RoomName("Crew"), Optional.empty(), OPTIONS, "crew");
        log.createRoom(new RoomName("Ship"), Optional.empty(), OPTIONS, "ship");

        assertThatExceptionOfType(RoomExistsException.class)
                .isThrownBy(() -> log.renameRoom(room.id(), new RoomName("Ship"), "other"));
        assertThatExceptionOfType(RoomExistsException.class)
                .isThrownBy(() -> log.renameRoom(room.id(), new RoomName("SHIP"), "ship"));
        assertThatExceptionOfType(LogException.class)
                .isThrownBy(() -> log.renameRoom(new RoomId(99), new RoomName("Boat"), "boat"));
        assertThat(log.rooms()).extracting(RoomRecord::name).containsExactly(new RoomName("Crew"), new RoomName("Ship"));
        assertThat(log.renameRoom(room.id(), new RoomName("CREW"), "crew").name()).isEqualTo(new RoomName("CREW"));
    }

    @Test
    void numbersAreContiguousPerRoomAndInOrder() {
        RoomId first = room(log, "first");
        RoomId second = room(log, "second");

        List<Appended> results =
                log.append(List.of(draft(first, "a"), draft(second, "b"), draft(first, "c"), draft(first, "d")));
        log.append(List.of(draft(second, "e")));

        assertThat(results).extracting(r -> r.entry().seq()).containsExactly(1L, 1L, 2L, 3L);
        assertThat(log.range(first, 1, 10)).extracting(Entry::body).containsExactly("a", "c", "d");
        assertThat(log.range(second, 1, 10)).extracting(Entry::body).containsExactly("b", "e");
        assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(3L, 2L);
        assertThat(log.rooms()).extracting(RoomRecord::first).containsExactly(1L, 1L);
    }

    @Test
    void anEntryIsStoredExactlyAsSentWithTheTimeInWholeMilliseconds() {
        RoomId room = room(log, "room");
        String text = "Hi <b>\"there\"</b>\n\t' ; DROP TABLE entry; -- \u2028 \\ 👍 привет 健太";
        String notice = new Notice(Notice.Event.JOINED, List.of(ANA)).toBody();
        Draft words = new Draft(room, MessageId.next(), EntryKind.TEXT, new UserName("健太"), text);
        Draft event = new Draft(room, MessageId.next(), EntryKind.NOTICE, ANA, notice);

        log.append(List.of(words, event));
        restart();

        Instant at = Instant.parse("2026-11-20T10:00:00.123Z");
        assertThat(log.range(room, 1, 10))
                .containsExactly(
                        new Entry(1, words.id(), EntryKind.TEXT, words.from(), at, text),
                        new Entry(2, event.id(), EntryKind.NOTICE, ANA, at, notice));
    }

    @Test
    void aLongestBodyIsKept() {
        RoomId room = room(log, "room");
        String body = "é".repeat(Limits.FRAME_BYTES);

        log.append(List.of(draft(room, body)));

        assertThat(log.range(room, 1, 1)).extracting(Entry::body).containsExactly(body);
    }

    @Test
    void anIdIsStoredOnce() {
        RoomId room = room(log, "room");
        Draft draft = draft(room, "once");
        Entry stored = log.append(List.of(draft)).getFirst().entry();

        clock.turn(Duration.ofHours(1));
        List<Appended> again = log.append(List.of(draft(room, "before"), draft, draft(room, "after")));

        assertThat(again.get(1)).isEqualTo(new Appended.Duplicate(stored));
        assertThat(again).extracting(r -> r.entry().seq()).containsExactly(2L, 1L, 3L);
        assertThat(log.rooms().getFirst().head()).isEqualTo(3);
    }

    @Test
    void anIdOfBeforeTheRestartIsRecognised() {
        RoomId room = room(log, "room");
        List<Draft> old = drafts(room, 700);
        log.append(old);
        restart();

        List<Draft> mixed = new ArrayList<>(old);
        mixed.addFirst(draft(room, "new first"));
        mixed.addLast(draft(room, "new last"));
        List<Appended> results = log.append(mixed);

        assertThat(results.getFirst()).isInstanceOf(Appended.Stored.class);
        assertThat(results.subList(1, 701)).allMatch(Appended.Duplicate.class::isInstance);
        assertThat(results.subList(1, 701))
                .extracting(r -> r.entry().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 700).boxed().toList());
        assertThat(results.getLast().entry().seq()).isEqualTo(702);
    }

    @Test
    void anIdTwiceInOneBatchIsStoredOnce() {
        RoomId room = room(log, "room");
        Draft draft = draft(room, "once");

        List<Appended> results = log.append(List.of(draft, draft, draft(room, "other")));

        Entry stored = results.getFirst().entry();
        assertThat(results.get(1)).isEqualTo(new Appended.Duplicate(stored));
        assertThat(results).extracting(r -> r.entry().seq()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void theSameIdInAnotherRoomIsAnotherEntry() {
        Draft draft = draft(room(log, "one"), "text");
        Draft other = new Draft(room(log, "two"), draft.id(), EntryKind.TEXT, ANA, "text");

        assertThat(log.append(List.of(draft, other))).allMatch(Appended.Stored.class::isInstance);
    }

    @Test
    void anUnknownRoomFailsTheWholeBatch() {
        RoomId room = room(log, "room");

        assertThatExceptionOfType(LogException.class)
                .isThrownBy(() -> log.append(List.of(draft(room, "a"), draft(new RoomId(999), "b"))));

        assertThat(log.range(room, 1, 10)).isEmpty();
        assertThat(log.append(drafts(room, 1)).getFirst().entry().seq()).isEqualTo(1);
    }

    @Test
    void numbersGoOnAfterARestart() {
        RoomId room = room(log, "room");
        fill(log, room, 5);
        restart();

        assertThat(log.append(drafts(room, 1)).getFirst().entry().seq()).isEqualTo(6);
    }
}
