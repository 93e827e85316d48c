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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every log must do. [#open] is called again on the same folder to see what stayed.
public abstract class MessageLogContract {

    private static final StoredPassword PASSWORD = new StoredPassword(new byte[32], new byte[16], 19_456, 2, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    protected final TurnableClock clock = new TurnableClock();

    @SuppressWarnings("NullAway.Init") // set before each test
    protected MessageLog log;

    protected abstract MessageLog open(Path folder, TurnableClock clock);

    @BeforeEach
    void start() {
        log = open(folder, clock);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    protected final void restart() {
        log.close();
        log = open(folder, clock);
    }

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

    @Test
    void rangeIsBoundedAndForgiving() {
        RoomId room = room(log, "room");
        fill(log, room, 1_200);

        assertThat(log.range(room, 700, 3)).extracting(Entry::seq).containsExactly(700L, 701L, 702L);
        assertThat(log.range(room, -5, 2)).extracting(Entry::seq).containsExactly(1L, 2L);
        assertThat(log.range(room, 1, Integer.MAX_VALUE)).hasSize(Limits.PAGE_ENTRIES);
        assertThat(log.range(room, 1_200, 10)).hasSize(1);
        assertThat(log.range(room, 1_201, 10)).isEmpty();
        assertThat(log.range(room, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(log.range(room, 1, 0)).isEmpty();
        assertThat(log.range(room, 1, -1)).isEmpty();
    }

    @Test
    void beforeGivesTheNewestInAscendingOrder() {
        RoomId room = room(log, "room");
        fill(log, room, 600);

        assertThat(log.before(room, Long.MAX_VALUE, 3, Optional.empty()))
                .extracting(Entry::seq)
                .containsExactly(598L, 599L, 600L);
        assertThat(log.before(room, 3, 10, Optional.of("  "))).extracting(Entry::seq).containsExactly(1L, 2L);
        assertThat(log.before(room, 601, 10_000, Optional.empty())).hasSize(Limits.PAGE_ENTRIES);
        assertThat(log.before(room, 1, 10, Optional.empty())).isEmpty();
        assertThat(log.before(room, Long.MIN_VALUE, 10, Optional.empty())).isEmpty();
        assertThat(log.before(room, 10, 0, Optional.empty())).isEmpty();
    }

    @Test
    void searchFindsTextsWithEveryWordWhateverTheCase() {
        RoomId room = room(log, "room");
        log.append(List.of(
                draft(room, "The quick brown Fox"),
                draft(room, "a FOX in the snow"),
                draft(room, "Привет, Мир"),
                draft(room, "100% sure_thing!"),
                draft(room, "1000 sure thing"),
                new Draft(room, MessageId.next(), EntryKind.NOTICE, ANA, "{\"event\":\"joined fox\"}")));

        assertThat(seqs(room, "fox")).containsExactly(1L, 2L);
        assertThat(seqs(room, "  fox   THE\tquick ")).containsExactly(1L);
        assertThat(seqs(room, "мир ПРИВЕТ")).containsExactly(3L);
        assertThat(seqs(room, "100%")).containsExactly(4L);
        assertThat(seqs(room, "e_t")).containsExactly(4L);
        assertThat(seqs(room, "g!")).containsExactly(4L);
        assertThat(seqs(room, "' OR 1=1")).isEmpty();
        assertThat(log.before(room, 2, 10, Optional.of("fox"))).extracting(Entry::seq).containsExactly(1L);
        assertThat(log.before(room, 100, 1, Optional.of("fox"))).extracting(Entry::seq).containsExactly(2L);
        String flood = IntStream.range(0, 10_000).mapToObj(i -> "zz" + i).collect(Collectors.joining(" "));
        assertThat(seqs(room, flood)).isEmpty();
    }

    @Test
    void searchGoesBackThroughALongRoom() {
        RoomId room = room(log, "room");
        log.append(List.of(draft(room, "needle old")));
        fill(log, room, 41_000);
        log.append(List.of(draft(room, "needle new")));

        assertThat(seqs(room, "needle")).containsExactly(1L, 41_002L);
    }

    private List<Long> seqs(RoomId room, String search) {
        return log.before(room, Long.MAX_VALUE, 100, Optional.of(search)).stream().map(Entry::seq).toList();
    }

    @Test
    void findLooksInOneRoom() {
        RoomId room = room(log, "room");
        RoomId other = room(log, "other");
        Entry stored = log.append(drafts(room, 1)).getFirst().entry();

        assertThat(log.find(room, stored.id())).contains(stored);
        assertThat(log.find(other, stored.id())).isEmpty();
        assertThat(log.find(room, MessageId.next())).isEmpty();
    }

    @Test
    void auditKeepsOrderAndGivesPages() {
        Instant at = clock.instant();
        AuditEvent start = AuditEvent.ofHost(at, AuditType.SERVER_START, "port 7420");
        AuditEvent join = new AuditEvent(
                at, AuditType.USER_JOINED, Optional.of(new RoomName("Crew")), Optional.of(ANA), "line\nbreak\u001b[0m");
        log.audit(start);
        log.audit(List.of(join, start));

        List<AuditRecord> all = log.auditBefore(Long.MAX_VALUE, 10);
        assertThat(all).extracting(AuditRecord::event).containsExactly(start, join, start);
        assertThat(log.auditBefore(all.getLast().number(), 1)).containsExactly(all.get(1));
        assertThat(log.auditBefore(all.getLast().number(), 0)).isEmpty();
        assertThat(log.retainAudit(1)).isEqualTo(2);
        assertThat(log.auditBefore(Long.MAX_VALUE, 10)).containsExactly(all.getLast());
        assertThat(log.retainAudit(5)).isZero();
    }

    @Test
    void membersAreRememberedPerRoomAndDevice() {
        RoomId room = room(log, "room");
        MemberRecord member = new MemberRecord(room, "hash", ANA, 5, clock.instant());
        log.saveMember(member);
        assertThat(log.member(room, "hash")).contains(member);
        assertThat(log.member(room, "other")).isEmpty();

        MemberRecord renamed = new MemberRecord(room, "hash", new UserName("Ana B"), 5, clock.instant());
        log.saveMember(renamed);
        restart();
        assertThat(log.member(room, "hash")).contains(renamed);
    }

    @Test
    void aCursorOnlyMovesForward() {
        RoomId room = room(log, "room");
        assertThat(log.cursor(room, "hash")).isEmpty();

        log.saveCursor(room, "hash", 7);
        log.saveCursor(room, "hash", 5);
        assertThat(log.cursor(room, "hash")).hasValue(7);
        log.saveCursor(room, "hash", 9);
        restart();
        assertThat(log.cursor(room, "hash")).hasValue(9);
    }

    @Test
    void retentionByCountKeepsTheNewestAndNeverUsesANumberTwice() {
        RoomId room = room(log, "room", newest(100));
        fill(log, room, 1_250);

        assertThat(log.retain(room, clock.instant())).isEqualTo(1_150);
        assertThat(log.retain(room, clock.instant())).isZero();

        assertThat(log.range(room, 1, 500)).hasSize(100).first().extracting(Entry::seq).isEqualTo(1_151L);
        assertThat(log.rooms().getFirst().first()).isEqualTo(1_151);
        restart();
        assertThat(log.rooms().getFirst().first()).isEqualTo(1_151);
        assertThat(log.append(drafts(room, 1)).getFirst().entry().seq()).isEqualTo(1_251);
    }

    @Test
    void retentionByAgeMayEmptyARoomAndNumbersStillGoOn() {
        RoomId room = room(log, "room", new Retention(Optional.of(Duration.ofDays(1)), OptionalLong.empty()));
        Draft first = draft(room, "first");
        log.append(List.of(first));
        fill(log, room, 9);
        clock.turn(Duration.ofHours(20));
        fill(log, room, 5);

        assertThat(log.retain(room, clock.instant())).isZero();
        clock.turn(Duration.ofHours(5));
        assertThat(log.retain(room, clock.instant())).isEqualTo(10);
        assertThat(log.range(room, 1, 10)).extracting(Entry::seq).containsExactly(11L, 12L, 13L, 14L, 15L);
        clock.turn(Duration.ofDays(400));
        assertThat(log.retain(room, clock.instant())).isEqualTo(5);

        assertThat(log.rooms().getFirst()).extracting(RoomRecord::first, RoomRecord::head).containsExactly(16L, 15L);
        restart();
        assertThat(log.rooms().getFirst()).extracting(RoomRecord::first, RoomRecord::head).containsExactly(16L, 15L);
        assertThat(log.range(room, 1, 10)).isEmpty();
        assertThat(log.before(room, Long.MAX_VALUE, 10, Optional.empty())).isEmpty();
        Appended again = log.append(List.of(first)).getFirst();
        assertThat(again).isInstanceOf(Appended.Stored.class);
        assertThat(again.entry().seq()).isEqualTo(16);
    }

    @Test
    void anIdIsFreeAgainWhenRetentionTookItsEntry() {
        RoomId room = room(log, "room", newest(1));
        Draft draft = draft(room, "gone");
        log.append(List.of(draft, draft(room, "kept")));
        log.retain(room, clock.instant());

        assertThat(log.append(List.of(draft)).getFirst().entry().seq()).isEqualTo(3);
    }

    @Test
    void aRoomWithoutRetentionKeepsEverything() {
        RoomId room = room(log, "room");
        fill(log, room, 10);
        clock.turn(Duration.ofDays(10_000));

        assertThat(log.retain(room, clock.instant())).isZero();
    }

    @Test
    void syncAndProbeWorkAtAnyTime() {
        log.sync();
        log.probeWritable();
        fill(log, room(log, "room"), 10);
        log.sync();
        log.probeWritable();
        assertThat(log.rooms().getFirst().head()).isEqualTo(10);
    }

    @Test
    void aClosedLogRefusesAndClosesAgain() {
        RoomId room = room(log, "room");
        log.close();
        log.close();

        assertThatExceptionOfType(LogException.class).isThrownBy(() -> log.append(drafts(room, 1)));
        assertThatExceptionOfType(LogException.class).isThrownBy(() -> log.find(room, MessageId.next()));
        assertThatExceptionOfType(LogException.class).isThrownBy(() -> room(log, "other"));
    }
}
