package dev.parley.log.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise of the database that everything else rests on: when a commit returns, a copy of the file, which is what
/// the next start finds after a kill, holds what was committed. Space is reused at once here, so that the newest data
/// keeps moving about in the file. H2 2.5.250 and 2.5.252 fail: they write the file's header before they have taken note
/// of the chunk that it should point at. 2.4.240 is right.
class EveryCommitTest {

    private static final int COMMITS = 300;

    @Test
    void aCopyOfTheFileAfterAnyCommitHoldsEverythingCommitted(@TempDir Path folder) throws Exception {
        Random random = new Random(1);
        DatabaseFile file = new DatabaseFile(folder, "original", DatabaseFile.DISK);
        try (Database database = Database.open(file, DatabaseFile.Mode.READ_WRITE)) {
            Sql writer = database.writer();
            writer.execute("SET RETENTION_TIME 0");
            writer.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, body VARCHAR NOT NULL)");
            for (int committed = 1; committed <= COMMITS; committed++) {
                writer.execute("INSERT INTO item VALUES (?, ?)", committed, "x".repeat(random.nextInt(4_000)));
                if (random.nextInt(4) == 0) {
                    Compaction.step(writer);
                }
                assertThat(countInCopy(file)).as("after commit %d", committed).isEqualTo(committed);
            }
        }
    }

    private static int countInCopy(DatabaseFile file) throws IOException {
        DatabaseFile copy = file.named("copy");
        Files.copy(file.path(), copy.path(), StandardCopyOption.REPLACE_EXISTING);
        try (Database database = Database.open(copy, DatabaseFile.Mode.READ_ONLY)) {
            return database.writer().first(row -> row.getInt(1), "SELECT COUNT(*) FROM item").orElseThrow();
        }
    }
}
