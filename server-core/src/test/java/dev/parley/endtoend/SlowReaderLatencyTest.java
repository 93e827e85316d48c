package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;

import dev.parley.Figures;
import dev.parley.client.ClientEvent;
import dev.parley.client.RoomClient;
import dev.parley.server.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
        long[] alone = new long[ROUNDS * MESSAGES];
        long[] beside = new long[ROUNDS * MESSAGES];
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                RoomClient ben = RoomClient.open(Clients.config("Ben", host.port(), folder, Optional.empty()))) {
            ben.join(ROOM, Optional.empty(), OptionalLong.empty());
            round(ana, ben, new long[MESSAGES], 0); // compiles
            for (int i = 0; i < ROUNDS; i++) {
                round(ana, ben, alone, i);
                roundBesideASleeper(host, ana, ben, beside, i);
            }
        }
        Arrays.sort(alone);
        Arrays.sort(beside);
        long before = late(alone);
        long after = late(beside);
        Figures.report(reporter, "beside a slow reader", "p99 " + after + " us, without one " + before + " us (ratio "
                + Math.round(100.0 * after / before) / 100.0 + "), p50 " + beside[beside.length / 2] + " and " + alone[alone.length / 2] + " us, of "
                + alone.length + " messages each");
    }

    private static void roundBesideASleeper(TestHost host, TestMember ana, RoomClient ben, long[] micros, int round)
            throws IOException, InterruptedException {
        try (PlainClient sleeper = PlainClient.deaf(host.port())) {
            sleeper.send("guest", "username", "Sleeper" + round).send("enter", "room", "Lobby");
            host.awaitMembers(3);
            for (int i = 0; Waiting.bytes(host.server()) == 0; i++) { // the kernel takes a few hundred for it
                say(ana, ben, i + LONG);
            }
            round(ana, ben, micros, round);
        }
        host.awaitMembers(2);
    }

    private static void round(TestMember ana, RoomClient ben, long[] micros, int round) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            long begin = System.nanoTime();
            say(ana, ben, i + USUAL);
            micros[round * MESSAGES + i] = (System.nanoTime() - begin) / 1000;
        }
    }

    private static void say(TestMember ana, RoomClient ben, String words) throws InterruptedException {
        ana.say(ROOM, words);
        ClientEvent event;
        do {
            event = ben.poll(TestMember.PATIENCE).orElseThrow();
        } while (!(event instanceof ClientEvent.Received received && received.entry().body().equals(words)));
    }

    private static long late(long[] sorted) {
        return sorted[sorted.length - 1 - sorted.length / 100];
    }
}
