package dev.parley.log;

import static dev.parley.log.Samples.ANA;
import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every log must do when it is read.
public abstract class ReadingContract extends LogFixture {

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
    void nothingBelowALowestNumberIsReadOrFound() {
        RoomId room = room(log, "room");
        log.append(List.of(draft(room, "a fox"), draft(room, "a cat"), draft(room, "another fox"), draft(room, "a dog")));

        assertThat(log.between(room, 3, Long.MAX_VALUE, 10, Optional.empty())).extracting(Entry::seq).containsExactly(3L, 4L);
        assertThat(log.between(room, 2, Long.MAX_VALUE, 10, Optional.of("fox"))).extracting(Entry::seq).containsExactly(3L);
        assertThat(log.between(room, 5, Long.MAX_VALUE, 10, Optional.empty())).isEmpty();
        assertThat(log.between(room, 3, 3, 10, Optional.of("fox"))).isEmpty();
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

    private List<Long> seqs(RoomId room, String search) {
        return log.before(room, Long.MAX_VALUE, 100, Optional.of(search)).stream().map(Entry::seq).toList();
    }
}
