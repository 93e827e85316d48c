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

/// What the others notice of a member that does not read: rounds with one that sleeps and with one that reads take turns,
/// after the same long messages, one message after the other as fast as they arrive. The figures are printed, not judged:
/// they are times. More: `-Dparley.slow.messages=2000`.
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
        Latencies awake = new Latencies();
        Latencies asleep = new Latencies();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                RoomClient ben = RoomClient.open(Clients.config("Ben", host.port(), folder, Optional.empty()))) {
            ben.join(ROOM, Optional.empty(), OptionalLong.empty());
            round(ana, ben, new Latencies()); // compiles
            for (int i = 0; i < ROUNDS; i++) {
                int stuffing = 0;
                try (PlainClient sleeper = PlainClient.deaf(host.port())) {
                    enter(host, sleeper, i);
                    while (Waiting.bytes(host.server()) == 0) { // the kernel takes a few hundred for it
                        stuff(ana, ben, stuffing++);
                    }
                    round(ana, ben, asleep);
                }
                host.awaitMembers(2);
                try (PlainClient reader = PlainClient.indifferent(host.port())) {
                    enter(host, reader, ROUNDS + i);
                    for (int k = 0; k < stuffing; k++) {
                        stuff(ana, ben, k);
                    }
                    round(ana, ben, awake);
                }
                host.awaitMembers(2);
            }
        }
        double ratio = Math.round(100.0 * asleep.p99() / awake.p99()) / 100.0;
        Figures.report(reporter, "beside a slow reader", "p99 " + asleep.p99() + " us, beside one that reads " + awake.p99() + " us (ratio "
                + ratio + "), p50 " + asleep.p50() + " and " + awake.p50() + " us, of " + awake.count() + " messages each");
    }

    private static void enter(TestHost host, PlainClient third, int number) throws IOException {
        third.send("guest", "username", "Third" + number).send("enter", "room", "Lobby");
        host.awaitMembers(3);
    }

    private static void stuff(TestMember ana, RoomClient ben, int number) throws InterruptedException {
        new Latencies().measure(ana, ben, number + LONG);
    }

    private static void round(TestMember ana, RoomClient ben, Latencies latencies) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            latencies.measure(ana, ben, i + USUAL);
        }
    }
}
