package dev.parley.log.h2;

import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.AuditRecord;
import dev.parley.log.AuditType;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file in which rows and indexes differ, as a host could leave it that is killed while H2 writes. The newest entries
/// are in the journal as well until the file is known to be on the disk.
class DifferingIndexTest {

    private static final int ENTRIES = 500;

    private final TurnableClock clock = new TurnableClock();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path parent;

    private Path killed() {
        return parent.resolve("killed");
    }

    /// @param behind what does not have the newest entry: `t` the rows, `0` and `1` the indexes
    @ParameterizedTest
    @ValueSource(strings = {"t", "0", "1", "t0"})
    void theIndexesAreMadeAnewAndNothingIsMissing(String behind) throws Exception {
        RoomId room = host();
        takeNewest(behind);

        OpenResult result = H2MessageLog.open(killed(), clock);

        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.Opened.class);
            assertThat(log.range(room, 1, ENTRIES + 1)).extracting(Entry::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, ENTRIES).boxed().toList());
            fill(log, room, 5);
            log.tidy();
            assertThat(log.range(room, ENTRIES + 1, ENTRIES + 10)).hasSize(5);
            assertThat(log.auditBefore(Long.MAX_VALUE, 10)).extracting((AuditRecord r) -> r.event().type())
                    .containsExactly(AuditType.DATABASE_RESTORED);
            assertThat(log.auditBefore(Long.MAX_VALUE, 1).getFirst().event().detail()).contains("no entry is missing", keptAside());
        }
        assertThat(Inspection.of(file(), List.of())).isEmpty();
    }

    /// A host that was killed after its entries had settled and before its journal was emptied.
    private RoomId host() throws IOException {
        Path folder = parent.resolve("original");
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            RoomId room = room(log, "room");
            fill(log, room, ENTRIES);
            Path before = FolderCopy.of(folder, parent.resolve("before"));
            log.tidy();
            log.sync();
            FolderCopy.of(folder, killed());
            for (Path journal : Journal.paths(file())) {
                Files.deleteIfExists(journal);
                Files.copy(before.resolve(journal.getFileName()), journal);
            }
            return room;
        }
    }

    private void takeNewest(String behind) throws Exception {
        try (Database database = Database.open(file(), DatabaseFile.Mode.READ_WRITE)) {
            MVStore store = Store.of(database.writer().connection());
            List<MVMap<Object, Object>> indexes = ofEntries(store, "index.", 2);
            List<MVMap<Object, Object>> maps = List.of(indexes.get(0), indexes.get(1), ofEntries(store, "table.", 1).getFirst());
            behind.chars().map("01t"::indexOf).mapToObj(maps::get).forEach(map -> map.remove(map.lastKey()));
        }
    }

    /// The maps that have as many keys as there are entries.
    private static List<MVMap<Object, Object>> ofEntries(MVStore store, String prefix, int count) {
        List<MVMap<Object, Object>> found = store.getMapNames().stream().filter(name -> name.startsWith(prefix)).sorted()
                .map(store::<Object, Object>openMap)
                .filter(map -> map.sizeAsLong() == ENTRIES).toList();
        assertThat(found).hasSize(count);
        return found;
    }

    private String keptAside() throws IOException {
        try (var files = Files.list(killed())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("parley-unreadable-") && name.endsWith(".mv.db")).findFirst().orElse("nothing is kept");
        }
    }

    private DatabaseFile file() {
        return new DatabaseFile(killed(), "parley", DatabaseFile.DISK);
    }
}
