package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.client.RoomClient;
import dev.parley.protocol.Entry;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a message takes where datagrams are lost. More messages: `-Dparley.loss.messages=1000`.
@Isolated
@Timeout(300)
class LossLatencyTest {

    private static final int MESSAGES = Integer.getInteger("parley.loss.messages", 200);
    private static final int UNDER_WAY = 10;
    private static final int OTHERS = 20;

    @TempDir
    Path folder;

    /// How messages go from Ana to Ben.
    private interface Talk {
        void go(TestMember ana, RoomClient ben, Latencies latencies) throws InterruptedException;
    }

    /// Each is alone: nothing follows that would show that it is missing, which is the hardest case for one message.
    @ParameterizedTest
    @CsvSource({"0, 250", "0.01, 250", "0.05, 1000", "0.20, 5000"})
    void allButOneInAHundredComeInTime(double loss, long most, TestReporter reporter) throws Exception {
        measure("", loss, 0, most, reporter, (ana, ben, latencies) -> {
            for (int i = 0; i < MESSAGES; i++) {
                latencies.measure(ana, ben, "number " + i);
            }
        });
    }

    /// What is lost must be found again faster than more gets lost.
    @ParameterizedTest
    @CsvSource({"0.01, 250", "0.05, 1000", "0.20, 5000"})
    void inABusyRoomToo(double loss, long most, TestReporter reporter) throws Exception {
        measure("in a busy room, ", loss, 0, most, reporter, LossLatencyTest::manyUnderWay);
    }

    /// All of them miss something and ask for it, and each gets it.
    @ParameterizedTest
    @CsvSource({"0.05, 1000", "0.20, 5000"})
    void inARoomFullOfPeopleToo(double loss, long most, TestReporter reporter) throws Exception {
        measure("in a busy room with " + (2 + OTHERS) + " people, ", loss, OTHERS, most, reporter, LossLatencyTest::manyUnderWay);
    }

    private static void manyUnderWay(TestMember ana, RoomClient ben, Latencies latencies) throws InterruptedException {
        List<Long> sentAt = new ArrayList<>();
        while (latencies.count() < MESSAGES) {
            while (sentAt.size() < Math.min(MESSAGES, latencies.count() + UNDER_WAY)) {
                String words = "number " + sentAt.size();
                sentAt.add(System.nanoTime());
                ana.say(ROOM, words);
            }
            String next = "number " + latencies.count();
            Latencies.hear(ben, e -> e instanceof ClientEvent.Received(RoomName _, Entry entry) && entry.body().equals(next));
            latencies.since(sentAt.get(latencies.count()));
        }
    }

    /// On TLS nothing is lost.
    private static void awaitDatagrams(TestMember member) {
        Awaitility.await("datagrams").atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL)
                .until(() -> member.way().equals(Optional.of(Way.UDP)));
    }

    private void measure(String where, double loss, int others, long most, TestReporter reporter, Talk talk) throws Exception {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), new Impairment(loss, 0.02, 0.25, Duration.ofMillis(10)), 1);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                RoomClient ben = RoomClient.open(Clients.config("Ben", proxy.port(), folder, Optional.empty()))) {
            ben.join(ROOM, Optional.empty(), OptionalLong.empty());
            Latencies.hear(ben, e -> e instanceof ClientEvent.WayChanged(Way now, String _) && now == Way.UDP);
            Latencies latencies = new Latencies();
            List<TestMember> rest = new ArrayList<>();
            try {
                IntStream.rangeClosed(1, others).forEach(n -> rest.add(new TestMember("Other " + n, proxy.port(), folder).join(ROOM)));
                awaitDatagrams(ana);
                rest.forEach(LossLatencyTest::awaitDatagrams);
                talk.go(ana, ben, latencies);
                for (TestMember other : rest) {
                    other.awaitTexts(MESSAGES);
                    assertThat(other.texts()).isEqualTo(host.storedTexts());
                }
            } finally {
                rest.forEach(TestMember::close);
            }
            long late = latencies.p99();
            Figures.report(reporter, where + "loss " + Math.round(loss * 100) + " %", "p50 " + latencies.p50() + " us, p99 " + late + " us, of "
                    + MESSAGES + " messages; lost " + proxy.dropped() + " of " + (proxy.dropped() + proxy.forwarded()) + " datagrams");
            if (Boolean.getBoolean("parley.faults")) {
                assertThat(late / 1000).isLessThanOrEqualTo(most);
            }
        }
    }
}
