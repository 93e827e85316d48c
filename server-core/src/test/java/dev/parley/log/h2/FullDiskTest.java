package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.StorageException;
import dev.parley.protocol.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FullDiskTest extends FaultyDiskFixture {

    private static final int ROUNDS = 60;

    static LongStream failingWrites() {
        return LongStream.concat(LongStream.rangeClosed(0, 40), LongStream.iterate(45, n -> n <= 120, n -> n + 5));
    }

    @ParameterizedTest
    @MethodSource("failingWrites")
    void nothingIsAcknowledgedAfterTheFailureAndNothingBeforeItIsLost(long failing, @TempDir Path folder) {
        List<Entry> acknowledged = new ArrayList<>();
        List<Draft> unknown = new ArrayList<>();
        RoomId room;
        try (MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log()) {
            room = room(log, "room");
            FaultyDisk.fullAfter(failing);
            boolean failed = false;
            for (int i = 0; i < ROUNDS; i++) {
                List<Draft> batch = drafts(room, 1 + i % 7);
                try {
                    List<Appended> results = log.append(batch);
                    assertThat(failed).as("acknowledged after the failure").isFalse();
                    results.forEach(result -> acknowledged.add(result.entry()));
                } catch (StorageException e) {
                    assertThat(e.text()).isEqualTo(Failure.DISK_FULL);
                    failed = true;
                    unknown.addAll(batch);
                }
                if (i % 5 == 4) {
                    failed |= !syncs(log);
                }
            }
            assertThat(failed).isEqualTo(FaultyDisk.isFull());
            assertThat(everything(log, room)).as("while the disk is full").startsWith(acknowledged.toArray(Entry[]::new));
            if (failed) {
                assertThatExceptionOfType(StorageException.class).isThrownBy(log::probeWritable);
                assertThatExceptionOfType(StorageException.class).isThrownBy(() -> log.append(drafts(room, 1)));
            }

            FaultyDisk.heal();
            log.probeWritable();
            for (Draft draft : unknown) {
                acknowledged.add(log.append(List.of(draft)).getFirst().entry());
            }
            assertContiguous(log, room, acknowledged);
        }
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            assertContiguous(log, room, acknowledged);
        }
    }

    @ParameterizedTest
    @MethodSource("failingWrites")
    void aHostThatEndsWhileTheDiskIsFullLosesNothing(long failing, @TempDir Path folder) {
        List<Entry> acknowledged = new ArrayList<>();
        OpenResult opened = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock);
        RoomId room = room(opened.log(), "room");
        FaultyDisk.fullAfter(failing);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                opened.log().append(drafts(room, 3)).forEach(result -> acknowledged.add(result.entry()));
                if (i % 10 == 9) {
                    opened.log().sync();
                }
            }
        } catch (StorageException e) {
            assertThat(e.text()).isEqualTo(Failure.DISK_FULL);
        }
        opened.log().close();
        FaultyDisk.heal();

        OpenResult again = H2MessageLog.open(folder, clock);
        try (MessageLog log = again.log()) {
            assertThat(again).isInstanceOf(OpenResult.Opened.class);
            assertThat(everything(log, room)).startsWith(acknowledged.toArray(Entry[]::new));
        }
    }

    @Test
    void recoveryTriesAsOftenAsItIsAsked(@TempDir Path folder) {
        try (MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log()) {
            RoomId room = room(log, "room");
            fill(log, room, 100);
            // a little more space each time: the opening itself gets further before it fails
            for (long space = 0; space < 30; space++) {
                FaultyDisk.fullAfter(space);
                try {
                    while (true) {
                        log.append(List.of(draft(room, "x")));
                    }
                } catch (StorageException e) {
                    assertThat(log.range(room, 1, 500)).as("readable with space for %d", space).hasSizeGreaterThan(99);
                }
                FaultyDisk.fullAfter(space);
                assertProbeTellsTheTruth(log, room);
                FaultyDisk.heal();
                log.probeWritable();
            }
            List<Entry> all = everything(log, room);
            assertThat(all).extracting(Entry::seq).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        }
    }

    private static boolean syncs(MessageLog log) {
        try {
            log.tidy();
            log.sync();
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private static void assertProbeTellsTheTruth(MessageLog log, RoomId room) {
        try {
            log.probeWritable();
        } catch (StorageException e) {
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> log.append(drafts(room, 1)));
        }
    }

    private static void assertContiguous(MessageLog log, RoomId room, List<Entry> acknowledged) {
        List<Entry> all = everything(log, room);
        assertThat(all).extracting(Entry::seq).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(log.rooms().getFirst().head()).isEqualTo(all.size());
    }

    private static List<Entry> everything(MessageLog log, RoomId room) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page;
        do {
            page = log.range(room, all.size() + 1L, 500);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }
}
