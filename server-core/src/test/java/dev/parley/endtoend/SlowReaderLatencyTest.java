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
import org.junit.jupiter.api.parallel.Isolated;

/// What the others notice of a member that does not read: rounds with one that sleeps and with one that reads take turns,
/// now this first and now that, after as many long messages, one message after the other as fast as they arrive. The
/// figures are printed, not judged: they are times. More: `-Dparley.slow.messages=2000`.
@Isolated
@Timeout(300)
class SlowReaderLatencyTest {

    private static final int MESSAGES = Integer.getInteger("parley.slow.messages", 300);
    private static final int ROUNDS = 6;
    private static final String USUAL = "x".repeat(128);
    private static final String LONG = "x".repeat(7000);

    @TempDir
    Path folder;

    private int stuffing;
    private int thirds;

    @Test
    void theOthersAreNotHeldUp(TestReporter reporter) throws Exception {
        Latencies awake = new Latencies();
        Latencies asleep = new Latencies();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                RoomClient ben = RoomClient.open(Clients.config("Ben", host.port(), folder, Optional.empty()))) {
            ben.join(ROOM, Optional.empty(), OptionalLong.empty());
            besideSleeper(host, ana, ben, new Latencies()); // compiles
            for (int i = 0; i < ROUNDS; i++) {
                if (i % 2 == 0) {
                    besideReader(host, ana, ben, awake);
                    besideSleeper(host, ana, ben, asleep);
                } else {
                    besideSleeper(host, ana, ben, asleep);
                    besideReader(host, ana, ben, awake);
                }
            }
        }
        double ratio = Math.round(100.0 * asleep.p99() / awake.p99()) / 100.0;
        Figures.report(reporter, "beside a slow reader", "p99 " + asleep.p99() + " us, beside one that reads " + awake.p99() + " us (ratio "
                + ratio + "), p50 " + asleep.p50() + " and " + awake.p50() + " us, of " + awake.count() + " messages each");
    }

    private void besideSleeper(TestHost host, TestMember ana, RoomClient ben, Latencies latencies) throws Exception {
        try (PlainClient sleeper = PlainClient.deaf(host.port())) {
            enter(host, sleeper);
            stuffing = 0;
            while (Waiting.bytes(host.server()) == 0) { // the kernel takes a few hundred for it
                stuff(ana, ben, stuffing++);
            }
            round(ana, ben, latencies);
        }
        host.awaitMembers(2);
    }

    private void besideReader(TestHost host, TestMember ana, RoomClient ben, Latencies latencies) throws Exception {
        try (PlainClient reader = PlainClient.indifferent(host.port())) {
            enter(host, reader);
            for (int i = 0; i < stuffing; i++) {
                stuff(ana, ben, i);
            }
            round(ana, ben, latencies);
        }
        host.awaitMembers(2);
    }

    private void enter(TestHost host, PlainClient third) throws IOException {
        third.send("guest", "username", "Third" + thirds++).send("enter", "room", "Lobby");
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
