package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One write fails and the next one does not: then the log is not read-only, and must remember what it knew.
class HiccupTest extends FaultyDiskFixture {

    @Test
    void whatWasPendingIsStillRecognisedAfterOneWriteFailed(@TempDir Path folder) {
        MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log();
        RoomId room = room(log, "room");
        log.append(drafts(room, 1));
        log.tidy();
        Draft pending = draft(room, "pending");
        Appended known = log.append(List.of(pending)).getFirst();
        Draft late = draft(room, "late");

        FaultyDisk.hiccup();
        assertThat(log.appendAtOnce(List.of(late))).isEmpty();
        Appended stored = log.append(List.of(late)).getFirst();
        log.tidy();

        assertThat(stored).isInstanceOf(Appended.Stored.class);
        assertThat(log.appendAtOnce(List.of(draft(room, "later")))).isPresent();
        assertThat(log.append(List.of(pending, late)))
                .containsExactly(new Appended.Duplicate(known.entry()), new Appended.Duplicate(stored.entry()));
        log.close();
        assertThat(bodies(folder, room)).containsExactly("text 1", "pending", "late", "later");
    }

    @Test
    void nothingOfAFailedWriteIsFoundAfterAShorterOne(@TempDir Path folder, @TempDir Path copy) throws IOException {
        try (MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log()) {
            RoomId room = room(log, "room");
            log.append(drafts(room, 1));

            FaultyDisk.hiccup();
            assertThat(log.appendAtOnce(List.of(draft(room, "x".repeat(5_000))))).isEmpty();
            assertThat(log.appendAtOnce(List.of(draft(room, "short")))).isPresent();
            for (Path journal : Journal.paths(new DatabaseFile(folder, "parley", DatabaseFile.DISK))) {
                assertThat(Files.size(journal)).isLessThan(1_000);
            }

            assertThat(bodies(FolderCopy.of(folder, copy), room)).containsExactly("text 1", "short");
        }
    }

    private List<String> bodies(Path folder, RoomId room) {
        OpenResult opened = H2MessageLog.open(folder, clock);
        assertThat(opened).isInstanceOf(OpenResult.Opened.class);
        try (MessageLog log = opened.log()) {
            List<Entry> entries = log.range(room, 1, 100);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).seq()).isEqualTo(i + 1L);
            }
            return entries.stream().map(Entry::body).toList();
        }
    }
}
