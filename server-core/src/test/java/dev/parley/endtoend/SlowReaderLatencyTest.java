package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;

import dev.parley.Figures;
import dev.parley.client.RoomClient;
import dev.parley.server.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the others notice of a member that does not read: rounds with and without one take turns, message after message
/// as fast as they arrive. The figures are printed, not judged: they are times. More: `-Dparley.slow.messages=2000`.
@Timeout(300)
class SlowReaderLatencyTest {

    private static final int MESSAGES = Integer.getInteger("parley.slow.messages", 300);
    private static final int ROUNDS = 3;
    private static final String USUAL = "x".repeat(128);
    private static final String LONG = "x".repeat(7000);

    @TempDir
    Path folder;

    @Test
    void theOthersAreNotHeldUp(TestReporter reporter) throws Exception {
        Latencies alone = new Latencies();
        Latencies beside = new Latencies();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                RoomClient ben = RoomClient.open(Clients.config("Ben", host.port(), folder, Optional.empty()))) {
            ben.join(ROOM, Optional.empty(), OptionalLong.empty());
            round(ana, ben, new Latencies()); // compiles
            for (int i = 0; i < ROUNDS; i++) {
                round(ana, ben, alone);
                roundBesideASleeper(host, ana, ben, beside, i);
            }
        }
        double ratio = Math.round(100.0 * beside.p99() / alone.p99()) / 100.0;
        Figures.report(reporter, "beside a slow reader", "p99 " + beside.p99() + " us, without one " + alone.p99() + " us (ratio " + ratio
                + "), p50 " + beside.p50() + " and " + alone.p50() + " us, of " + alone.count() + " messages each");
    }

    private static void roundBesideASleeper(TestHost host, TestMember ana, RoomClient ben, Latencies latencies, int round)
            throws IOException, InterruptedException {
        try (PlainClient sleeper = PlainClient.deaf(host.port())) {
            sleeper.send("guest", "username", "Sleeper" + round).send("enter", "room", "Lobby");
            host.awaitMembers(3);
            Latencies ignored = new Latencies();
            for (int i = 0; Waiting.bytes(host.server()) == 0; i++) { // the kernel takes a few hundred for it
                ignored.measure(ana, ben, i + LONG);
            }
            round(ana, ben, latencies);
        }
        host.awaitMembers(2);
    }

    private static void round(TestMember ana, RoomClient ben, Latencies latencies) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            latencies.measure(ana, ben, i + USUAL);
        }
    }
}
