package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DnsSdRoomTest {

    private static final AnnouncedRoom ROOM = new AnnouncedRoom(new RoomName("a.b\\c = 健太 👍"), true, 12);
    private static final Announcement HOST = new Announcement(FakeHost.id(5), new UserName("=Ana="), 7421, List.of(ROOM));

    @Test
    void theTextRecordHasTheDocumentedFieldsAndComesBack() {
        byte[] txt = DnsSdRoom.txt(HOST, ROOM);
        assertThat(new String(txt, StandardCharsets.UTF_8))
                .contains("v=1", "room=a.b\\c = 健太 👍", "host==Ana=", "id=" + FakeHost.id(5), "locked=1", "members=12");
        assertThat(DnsSdRoom.read(txt, 7421)).contains(new DnsSdRoom(HOST));
    }

    @Test
    void theLongestNamesFit() {
        AnnouncedRoom room = new AnnouncedRoom(new RoomName("👍".repeat(48)), false, 1_000_000);
        Announcement host = new Announcement(FakeHost.id(5), new UserName("👍".repeat(48)), 65_535, List.of(room));
        assertThat(DnsSdRoom.read(DnsSdRoom.txt(host, room), 65_535)).contains(new DnsSdRoom(host));
    }

    @Test
    void anInstanceNameIsAValidLabelThatLooksLikeTheRoom() {
        assertThat(DnsSdRoom.instanceName(new RoomName("Physics 2B"))).isEqualTo("Physics 2B");
        assertThat(DnsSdRoom.instanceName(new RoomName("v1.2 \\o/ 👍"))).isEqualTo("v1\u20242 \uFF3Co/ \u25A1");
        for (String letter : List.of("a", "я", "健", "👍", ".", "a ")) {
            String name = DnsSdRoom.instanceName(new RoomName(letter.repeat(24).strip()));
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 58);
            assertThat(name).doesNotContain(".").isEqualTo(name.strip());
        }
    }

    @Test
    void recordsOfAnotherVersionOrWithoutWhatMattersAreIgnored() {
        assertThat(DnsSdRoom.read(new byte[0], 7420)).isEmpty();
        assertThat(DnsSdRoom.read(new byte[2000], 7420)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=2", "room=a", "host=b", "id=" + FakeHost.id(1)), 7420)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=1", "room=a", "host=b", "id=short"), 7420)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=1", "room=\u202Ea", "host=b", "id=" + FakeHost.id(1)), 7420)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=1", "room=a", "host=b", "id=" + FakeHost.id(1), "members=x"), 7420)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=1", "room=a", "host=b", "id=" + FakeHost.id(1)), 0)).isEmpty();
        assertThat(DnsSdRoom.read(txt("v=1", "room=a", "room=b", "", "x", "=y", "host=b", "id=" + FakeHost.id(1)), 7420)
                .orElseThrow().room().name()).isEqualTo(new RoomName("a"));
    }

    @Test
    void mutilatedRecordsNeverThrow() {
        Random random = new Random(6763);
        byte[] good = DnsSdRoom.txt(HOST, ROOM);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(2 * good.length) + 1);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            understood += DnsSdRoom.read(bad, 7420).isPresent() ? 1 : 0;
        }
        assertThat(understood).isPositive().isLessThan(20_000);
    }

    private static byte[] txt(String... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String entry : entries) {
            byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
