package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.newest;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every log must do to forget, to rest and to end.
public abstract class RetentionContract extends ReadingContract {

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
    void tidyingChangesNothingAndComesToAnEnd() {
        RoomId room = room(log, "room");
        for (int i = 0; i < 300; i++) {
            log.append(drafts(room, 1));
        }
        List<Entry> before = log.range(room, 1, 500);
        int rounds = 0;
        while (log.tidy()) {
            assertThat(++rounds).isLessThan(1_000);
        }
        assertThat(log.range(room, 1, 500)).isEqualTo(before);
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
