package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Offline;
import dev.parley.client.ClientEvent.Way;
import dev.parley.client.ClientEvent.WayChanged;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalmTest {

    private static final ClientEvent ONLINE = new ClientEvent.Online(
            Fingerprint.parse("A".repeat(43)).orElseThrow(), new UserName("Ana"), ClientEvent.Trust.KNOWN);

    private final Calm calm = new Calm();

    private static ClientEvent offline(String why, int seconds) {
        return new Offline(why, Duration.ofSeconds(seconds));
    }

    private List<Boolean> worth(ClientEvent... events) {
        return List.of(events).stream().map(calm::isWorthALine).toList();
    }

    @Test
    void aHostThatIsAwayIsToldOnceForEachReason() {
        assertThat(worth(offline("lost", 1), offline("nobody hosts there", 1), offline("nobody hosts there", 2),
                offline("nobody hosts there", 5))).containsExactly(true, true, false, false);
    }

    @Test
    void aHostThatWasBackMeanwhileIsMissedAgain() {
        assertThat(worth(offline("lost", 1), ONLINE, offline("lost", 1))).containsExactly(true, true, true);
    }

    @Test
    void theUsualWayIsToldOnlyAfterTheOther() {
        assertThat(worth(new WayChanged(Way.UDP, ""), new WayChanged(Way.TCP, "blocked"), new WayChanged(Way.UDP, ""),
                new WayChanged(Way.UDP, ""))).containsExactly(false, true, true, false);
    }
}
