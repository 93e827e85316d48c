package dev.parley.log.h2;

import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.MessageLog;
import dev.parley.log.NewerLogException;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.log.TurnableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {

    private final TurnableClock clock = new TurnableClock();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    static IntStream olderVersions() {
        return IntStream.range(0, Migrations.all().newest());
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void everyOlderVersionBecomesTheNewest(int version) {
        withDatabase(sql -> new Migrations(Migrations.all().scripts().subList(0, version)).apply(sql, clock));

        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            fill(log, room(log, "room"), 3);
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(3L);
        }
        withDatabase(sql -> assertThat(Migrations.all().requireKnown(sql))
                .isEqualTo(Migrations.all().newest()));
    }

    @Test
    void everyScriptCanRunAgainAfterACrashInTheMiddle() {
        RoomId room;
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            room = room(log, "room");
            fill(log, room, 3);
        }
        withDatabase(sql -> sql.execute("DELETE FROM schema_version"));

        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            assertThat(log.range(room, 1, 10)).hasSize(3);
        }
    }

    @Test
    void scriptsRunOnceAndInOrder() {
        Migrations first = new Migrations(List.of("first.sql"));
        Migrations both = new Migrations(List.of("first.sql", "second.sql"));
        withDatabase(sql -> {
            first.apply(sql, clock);
            both.apply(sql, clock);
            both.apply(sql, clock);
            assertThat(sql.list(row -> row.getString(1), "SELECT text FROM note ORDER BY id"))
                    .containsExactly("from the first", "from the second");
        });
    }

    @Test
    void aNewerLogIsLeftUntouched() {
        H2MessageLog.open(folder, clock).log().close();
        withDatabase(sql ->
                sql.execute("INSERT INTO schema_version (version, applied_at) VALUES (?, ?)", 999, 0));

        assertThatExceptionOfType(NewerLogException.class)
                .isThrownBy(() -> H2MessageLog.open(folder, clock))
                .withMessageContaining("newer");
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("unreadable"));
        assertThatExceptionOfType(NewerLogException.class).isThrownBy(() -> H2MessageLog.open(folder, clock));
    }

    private void withDatabase(Consumer<Sql> work) {
        DatabaseFile file = new DatabaseFile(folder, "parley", DatabaseFile.DISK);
        try (Database database = Database.open(file, DatabaseFile.Mode.READ_WRITE)) {
            work.accept(database.writer());
        }
    }
}
