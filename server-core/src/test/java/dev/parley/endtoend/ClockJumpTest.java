package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.log.TurnableClock;
import dev.parley.server.ServerListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host's clock is set while people talk. Order and numbers come from the log, patience from a clock that nobody can
/// set; only the times that are shown follow.
class ClockJumpTest {

    private static final List<Duration> JUMPS = List.of(Duration.ofHours(1), Duration.ofHours(-2), Duration.ofDays(365), Duration.ofDays(-3650),
            Duration.ofMillis(-1), Duration.ofDays(3650));

    @TempDir
    Path folder;

    private final TurnableClock clock = new TurnableClock();

    @Test
    void neitherOrderNorNumbersNorPatienceChange() {
        AckLedger ledger = new AckLedger();
        List<String> said = new ArrayList<>();
        try (TestHost host = host().open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            for (Duration jump : JUMPS) {
                for (int i = 0; i < 20; i++) {
                    said.add(jump + " " + i);
                    ledger.say(i % 2 == 0 ? ana : ben, ROOM, said.getLast());
                    ana.awaitTexts(said.size());
                    if (i == 10) {
                        clock.turn(jump);
                    }
                }
            }
            ben.awaitTexts(said.size());
            ledger.note(ana);
            ledger.note(ben);
            assertThat(ledger.acknowledged()).isEqualTo(said.size());
            ledger.judge(ROOM, host.stored());
            assertThat(host.storedTexts()).isEqualTo(said).isEqualTo(ana.texts()).isEqualTo(ben.texts());
            assertThat(List.of(ana, ben)).allSatisfy(m -> {
                assertThat(m.events(ClientEvent.Offline.class)).isEmpty();
                assertThat(m.events(ClientEvent.Left.class)).isEmpty();
            });
            clock.turn(Duration.ofDays(-7000));
        }
        try (TestHost again = host().open(); TestMember eve = new TestMember("Eve", again.port(), folder).join(ROOM)) {
            ledger.say(eve, ROOM, "after a start in the past");
            eve.awaitTexts(said.size() + 1);
            ledger.note(eve);
            ledger.judge(ROOM, again.stored());
            assertThat(again.storedTexts().getLast()).isEqualTo("after a start in the past");
        }
    }

    private TestHost host() {
        return new TestHost(folder, UnaryOperator.identity(), UnaryOperator.identity(), new ServerListener() {}, clock);
    }
}
