package dev.parley.log.h2;

import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.LogBusyException;
import dev.parley.log.MessageLog;
import dev.parley.log.MessageLogContract;
import dev.parley.log.RoomId;
import dev.parley.log.StorageException;
import dev.parley.log.TurnableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class H2MessageLogTest extends MessageLogContract {

    @Override
    protected MessageLog open(Path folder, TurnableClock clock) {
        OpenResult result = H2MessageLog.open(folder.resolve("data"), clock);
        assertThat(result).isInstanceOf(OpenResult.Opened.class);
        return result.log();
    }

    @Test
    void aSecondLogInTheSameFolderIsRefused(@TempDir Path other) {
        H2MessageLog.open(other, clock).log().close();
        try (MessageLog first = H2MessageLog.open(other, clock).log()) {
            assertThatExceptionOfType(LogBusyException.class).isThrownBy(() -> H2MessageLog.open(other, clock));
            fill(first, room(first, "room"), 1);
        }
        H2MessageLog.open(other, clock).log().close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadTheFiles(@TempDir Path parent) throws IOException {
        Path data = parent.resolve("new/data");
        try (MessageLog owned = H2MessageLog.open(data, clock).log()) {
            fill(owned, room(owned, "room"), 10);
            owned.backup(H2MessageLog.backups(data));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
            try (Stream<Path> files = Files.walk(data)) {
                List<String> permissions = files.filter(Files::isRegularFile)
                        .map(H2MessageLogTest::permissions)
                        .distinct()
                        .toList();
                assertThat(permissions).containsExactly("rw-------");
            }
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderThatH2CannotNameIsRefusedInWords(@TempDir Path parent) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> H2MessageLog.open(parent.resolve("a;INIT=x"), clock))
                .withMessageContaining("semicolon");
    }

    @Test
    void foldersWithUnusualNamesWork(@TempDir Path parent) {
        for (String name : List.of("with blank", "健太 & co", "a,b=c", "100%", "#x?y", "semi:colon", "~")) {
            H2MessageLog.open(parent.resolve(name), clock).log().close();
            assertThat(parent.resolve(name).resolve("parley.mv.db")).as(name).isNotEmptyFile();
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeIsRefusedInWords(@TempDir Path parent) throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> H2MessageLog.open(file, clock));
    }

    @Test
    void anInterruptedReaderHarmsNothing() {
        RoomId room = room(log, "room");
        fill(log, room, 5_000);
        restart(); // nothing is cached: each page comes from the file
        for (int i = 0; i < 200; i++) {
            Thread.currentThread().interrupt();
            int from = 1 + i * 20;
            assertThat(log.range(room, from, 500)).isNotEmpty();
            assertThat(Thread.interrupted()).isTrue();
        }
        fill(log, room, 1);
        assertThat(log.rooms().getFirst().head()).isEqualTo(5_001);
    }
}
