package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.HostAnswer;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// What comes back from a host that is sent datagrams by somebody without keys. More: `-Dparley.udp.forged=1000000`.
class ForgedDatagramsTest {

    private static final int FORGED = Integer.getInteger("parley.udp.forged", 20_000);
    private static final int QUESTION_EVERY = 50;
    private static final Duration QUIET = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void nobodyGetsMoreBytesOutOfTheHostThanHePutIn(TestReporter reporter) throws IOException {
        List<AnnouncedRoom> rooms = IntStream.range(0, 200).mapToObj(i -> new AnnouncedRoom(new dev.parley.protocol.RoomName("A long name, number " + i), true, 3)).toList();
        HostAnswer answers = new HostAnswer(() -> new Announcement("A".repeat(43), new UserName("Host"), 7420, rooms));
        ErrorWatch errors = new ErrorWatch();
        Random random = new Random(7420);
        long in = 0;
        long out = 0;
        try (TestHost host = new TestHost(folder, Settings.strays(answers::answer)).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                DatagramSocket eve = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < FORGED; i++) {
                byte[] bytes = forged(random, i);
                eve.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), host.port()));
                in += bytes.length;
                out += i % QUESTION_EVERY == 0 ? received(eve, Duration.ofMillis(1)) : 0;
            }
            for (long more = received(eve, QUIET); more > 0; more = received(eve, QUIET)) {
                out += more;
            }
            ana.say(ROOM, "still here");
            ana.awaitTexts(1);
        }
        assertThat(out).as("questions are answered, but with no more than was sent").isPositive().isLessThanOrEqualTo(in);
        Figures.report(reporter, "forged datagrams", FORGED + " sent, bytes out / bytes in = " + (double) out / in);
        errors.assertNoErrors();
        errors.close();
    }

    private static byte[] forged(Random random, int i) {
        if (i % QUESTION_EVERY == 0) {
            return ByteBuffer.allocate(1200).put("PRLY?".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).putLong(random.nextLong()).array();
        }
        byte[] bytes = new byte[random.nextInt(1400)];
        random.nextBytes(bytes);
        if (bytes.length > 0 && i % 3 == 0) {
            bytes[0] = 1; // a sealed datagram, it says
        }
        if (bytes.length > 13 && i % 3 == 1) {
            System.arraycopy("PRLY?".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 5); // a question that is too short or too long
        }
        return bytes;
    }

    /// Bytes of the datagram that comes next, 0 if none comes.
    private static long received(DatagramSocket socket, Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            socket.receive(packet);
            return packet.getLength();
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }
}
