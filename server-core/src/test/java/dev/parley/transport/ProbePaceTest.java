package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbePaceTest {

    private static final Duration STEP = Duration.ofMillis(50);

    /// DEAF: much comes from the host, but nothing reaches it.
    private enum Way { BLOCKED, QUIET, BUSY, DEAF }

    private Duration now = Duration.ofHours(-3); // the clock may begin anywhere
    private Duration heard = Duration.ofHours(-9);
    private final ProbePace pace = new ProbePace(() -> now.minus(heard).toNanos(), () -> now.toNanos());

    @Test
    void theFirstIsDueAtOnceAndFourGoOutQuicklyWhileNoneIsAnswered() {
        assertThat(gaps(Way.BLOCKED, Duration.ofSeconds(2))).startsWith(0L, 150L, 150L, 150L, 400L, 400L);
    }

    @Test
    void oneAnswerIsEnoughToStopTheQuickOnes() {
        assertThat(gaps(Way.QUIET, Duration.ofSeconds(4))).containsExactly(0L, 3200L);
    }

    @Test
    void aBlockedWayIsTriedNowAndThen() {
        assertThat(gaps(Way.BLOCKED, Duration.ofMinutes(1))).endsWith(5000L, 5000L, 5000L);
    }

    @Test
    void aGoodWayIsLeftAloneForSomeSeconds() {
        assertThat(gaps(Way.QUIET, Duration.ofSeconds(30)).stream().skip(1)).containsOnly(3200L).hasSize(9);
    }

    @Test
    void whileDatagramsComeAnywayProbesAreFewerButNeverStop() {
        assertThat(gaps(Way.BUSY, Duration.ofSeconds(31)).stream().skip(1)).containsOnly(6000L).hasSize(5);
    }

    @Test
    void threeProbesAreLostBeforeAQuietWayCountsAsBlocked() {
        gaps(Way.QUIET, Duration.ofSeconds(20));
        assertThat(gaps(Way.BLOCKED, heard.plus(ProbePace.SILENT).minus(now))).hasSize(3);
    }

    @Test
    void aMissingAnswerIsTimedFromItsProbe() {
        gaps(Way.QUIET, Duration.ofSeconds(20));
        long before = pace.newest();
        assertThat(pace.unansweredFor()).isZero();
        gaps(Way.BLOCKED, Duration.ofSeconds(4));
        assertThat(Duration.ofNanos(pace.unansweredFor())).isBetween(Duration.ofMillis(400), Duration.ofSeconds(4));
        assertThat(pace.answered(before)).as("an old answer says nothing new").isFalse();
        assertThat(pace.answered(pace.newest() + 1)).as("nor does one to a probe that was never sent").isFalse();
        assertThat(pace.answered(pace.newest())).isTrue();
        assertThat(pace.unansweredFor()).isZero();
    }

    @Test
    void aSlowWayIsNotABlockedOne() {
        for (int i = 0; i < 100; i++) { // each answer comes when the next probe is on its way already
            now = now.plus(pace.pause());
            pace.next();
            heard = now;
            pace.answered(pace.newest() - 1);
            assertThat(pace.pause()).isLessThanOrEqualTo(Duration.ofMillis(400));
        }
        assertThat(Duration.ofNanos(pace.unansweredFor())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aWayThatIsGoodInOneDirectionIsAskedForAgainAndAgain() {
        gaps(Way.QUIET, Duration.ofSeconds(20));
        assertThat(gaps(Way.DEAF, Duration.ofMinutes(1)).stream().skip(1)).containsOnly(400L);
    }

    /// Milliseconds between the probes that go out, the first counted from now.
    private List<Long> gaps(Way way, Duration time) {
        List<Long> gaps = new ArrayList<>();
        Duration last = now;
        for (Duration end = now.plus(time); now.compareTo(end) < 0; now = now.plus(STEP)) {
            if (way == Way.BUSY || way == Way.DEAF) {
                heard = now;
            }
            if (pace.pause().isPositive()) {
                continue;
            }
            gaps.add(now.minus(last).toMillis());
            last = now;
            long probe = pace.next();
            if (way == Way.QUIET || way == Way.BUSY) {
                heard = now;
                pace.answered(probe);
            }
        }
        return gaps;
    }
}
