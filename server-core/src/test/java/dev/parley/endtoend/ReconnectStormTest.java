package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import dev.parley.log.RoomOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Everybody loses the connection in the same moment and comes back. More: `-Dparley.storm.members=1000`.
class ReconnectStormTest {

    private static final int MEMBERS = Integer.getInteger("parley.storm.members", 100);
    private static final int WORDS = 50;
    private static final Duration BACK_IN = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void everybodyComesBackAndMissesNothing(TestReporter reporter) throws IOException {
        AckLedger ledger = new AckLedger();
        ErrorWatch errors = new ErrorWatch();
        try (TestHost host = new TestHost(folder).open(TestHost.options(RoomOptions.standard().history(), RoomOptions.standard().idle()));
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                Crowd crowd = new Crowd(MEMBERS, proxy.port(), folder)) {
            for (int i = 0; i < WORDS; i++) {
                ledger.say(ana, ROOM, "m" + i);
            }
            long begin = System.nanoTime();
            proxy.cut();
            for (int i = WORDS; i < 2 * WORDS; i++) {
                ledger.say(ana, ROOM, "m" + i); // into the outbox
            }
            Awaitility.await("back").atMost(BACK_IN).until(() -> crowd.all(one -> one.joins() >= 2 && one.texts() == 2 * WORDS));
            Figures.report(reporter, "reconnect storm", MEMBERS + " members back after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            ana.awaitTexts(2 * WORDS);
            ledger.note(ana);
            assertThat(ledger.acknowledged()).isEqualTo(2 * WORDS);
            ledger.judge(ROOM, host.stored());
            assertThat(crowd.count(one -> one.disorder() > 0 || one.ended())).isZero();
            assertThat(crowd.all(one -> one.offline() >= 1)).isTrue();
            assertThat(host.server().rooms().getFirst().members()).isEqualTo(MEMBERS + 1);
            assertThat(host.noticesUpToNow()).as("nobody noticed").noneMatch(n -> n.startsWith("LEFT"));
        }
        errors.assertNoErrors();
        errors.close();
    }
}
