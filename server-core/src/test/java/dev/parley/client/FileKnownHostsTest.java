package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.client.KnownHosts.Standing;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKnownHostsTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final InetSocketAddress HERE = InetSocketAddress.createUnresolved("192.0.2.1", 7420);
    private static final InetSocketAddress THERE = InetSocketAddress.createUnresolved("192.0.2.2", 7420);
    private static final Fingerprint KEY = key('A');
    private static final Fingerprint OTHER = key('E');

    @TempDir
    Path folder;

    @Test
    void aPinnedKeyIsKnownAtEveryAddressAndAnotherOneIsNot() {
        KnownHosts hosts = hosts();
        assertThat(hosts.standing(HERE, CREW, KEY)).isEqualTo(Standing.NEW);
        hosts.pin(HERE, CREW, KEY);
        assertThat(hosts.knows(KEY)).isTrue();
        assertThat(hosts.knows(OTHER)).isFalse();
        assertThat(hosts.standing(THERE, CREW, KEY)).isEqualTo(Standing.KNOWN);
        assertThat(hosts.standing(HERE, CREW, OTHER)).isEqualTo(Standing.CHANGED);
        assertThat(hosts.standing(THERE, CREW, OTHER)).isEqualTo(Standing.ELSEWHERE);
        assertThat(hosts.standing(HERE, new RoomName("Lobby"), OTHER)).isEqualTo(Standing.NEW);
    }

    @Test
    void trustReplacesTheKeyOfTheRoom() {
        KnownHosts hosts = hosts();
        hosts.pin(HERE, CREW, KEY);
        hosts.trust(HERE, CREW, OTHER);
        assertThat(hosts.standing(HERE, CREW, OTHER)).isEqualTo(Standing.KNOWN);
        assertThat(hosts.standing(HERE, CREW, KEY)).isEqualTo(Standing.CHANGED);
    }

    @Test
    void theNewestAddressComesFirstAndTheFileIsShared() {
        hosts().pin(HERE, CREW, KEY);
        hosts().pin(THERE, CREW, KEY);
        assertThat(hosts().addresses().stream().map(InetSocketAddress::getHostString)).containsExactly("192.0.2.2", "192.0.2.1");
    }

    @Test
    void anUnreadableListIsSaidAndNotThrownAway() throws IOException {
        Path file = folder.resolve("known-hosts.json");
        Files.writeString(file, "[{\"host\":");
        assertThatThrownBy(() -> hosts().knows(KEY)).isInstanceOf(ClientException.class).hasMessageContaining("known-hosts.json");
        assertThat(file).hasContent("[{\"host\":");
    }

    private KnownHosts hosts() {
        return FileKnownHosts.open(folder.resolve("known-hosts.json"));
    }

    private static Fingerprint key(char c) {
        return Fingerprint.parse(String.valueOf(c).repeat(43)).orElseThrow();
    }
}
