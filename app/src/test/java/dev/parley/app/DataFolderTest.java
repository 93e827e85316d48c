package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.crypto.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

    private static final Path HOME = Path.of("/home/ana");
    private static final Fingerprint KEY = Fingerprint.parse("A".repeat(43)).orElseThrow();

    @TempDir
    Path temporary = Path.of("");

    private static Path standard(Map<String, String> environment, String os) {
        return DataFolder.standard(environment, os, HOME).path();
    }

    private String permissions(Path file) throws IOException {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void liesWhereTheSystemWantsData() {
        assertThat(standard(Map.of(), "Linux")).isEqualTo(HOME.resolve(".local/share/parley").toAbsolutePath());
        assertThat(standard(Map.of("XDG_DATA_HOME", "/data"), "Linux")).isEqualTo(Path.of("/data/parley").toAbsolutePath());
        assertThat(standard(Map.of("XDG_DATA_HOME", "relative"), "Linux"))
                .isEqualTo(HOME.resolve(".local/share/parley").toAbsolutePath());
        assertThat(standard(Map.of(), "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Application Support/Parley").toAbsolutePath());
        assertThat(standard(Map.of("APPDATA", "/roaming"), "Windows 11")).isEqualTo(Path.of("/roaming/Parley").toAbsolutePath());
    }

    @Test
    void newFoldersAreForTheirOwnerAlone() throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("a").resolve("b")).create();
        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        folder.create();
    }

    @Test
    void theHostNoteIsForItsOwnerAloneAndSurvivesARoundTrip() throws IOException {
        Path file = temporary.resolve("host.json");
        HostNote note = HostNote.here("127.0.0.1", 7420, KEY, "t0ken");
        note.write(file);
        note.write(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(HostNote.read(file)).contains(note);
        assertThat(note.isStale()).isFalse();
        assertThat(note.toString()).doesNotContain("t0ken");
        assertThat(temporary).isDirectoryContaining("glob:**host.json").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aNoteOfADeadOrAnotherProcessIsStale() {
        HostNote mine = HostNote.here("127.0.0.1", 7420, KEY, "t");
        assertThat(new HostNote("127.0.0.1", 7420, KEY, "t", Long.MAX_VALUE, 0).isStale()).isTrue();
        assertThat(new HostNote("127.0.0.1", 7420, KEY, "t", mine.pid(), mine.started() - 5_000).isStale())
                .isEqualTo(mine.started() != 0);
    }

    @Test
    void onlyTheOwnNoteIsRemoved() throws IOException {
        Path file = temporary.resolve("host.json");
        HostNote old = HostNote.here("127.0.0.1", 7420, KEY, "old");
        HostNote.here("127.0.0.1", 7421, KEY, "new").write(file);
        old.remove(file);
        assertThat(file).exists();
        HostNote.here("127.0.0.1", 7421, KEY, "new").remove(file);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"port\":\"x\"}", "{\"port\":7420}",
        "{\"address\":\"a\",\"port\":70000,\"token\":\"t\"}"})
    void aNoteThatCannotBeUnderstoodIsNone(String json) throws IOException {
        Path file = Files.writeString(temporary.resolve("host.json"), json);
        assertThat(HostNote.read(file)).isEmpty();
        assertThat(HostNote.read(temporary.resolve("missing"))).isEmpty();
    }

    @Test
    void manyProgramsGetTheSameDeviceKey() {
        Path file = temporary.resolve("device.key");
        List<CompletableFuture<byte[]>> keys = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> key(file), Thread::startVirtualThread))
                .toList();
        byte[] first = keys.getFirst().join();
        assertThat(first).hasSize(32);
        assertThat(keys).allSatisfy(key -> assertThat(key.join()).isEqualTo(first));
    }

    private static byte[] key(Path file) {
        try {
            return DeviceKey.loadOrCreate(file, new SecureRandom());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDamagedDeviceKeyIsNotUsed() throws IOException {
        Path file = Files.writeString(temporary.resolve("device.key"), "short");
        assertThatThrownBy(() -> DeviceKey.loadOrCreate(file, new SecureRandom())).isInstanceOf(IOException.class);
    }

    @Test
    void filesAppearAsAWhole() throws IOException {
        Path file = temporary.resolve("x");
        OwnerFiles.replace(file, "one".getBytes(StandardCharsets.UTF_8));
        assertThat(OwnerFiles.create(file, "two".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(file).hasContent("one");
        OwnerFiles.replace(file, "three".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("three");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }
}
