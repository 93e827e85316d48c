package dev.parley.client;

import static dev.parley.crypto.Direction.CLIENT_TO_HOST;
import static dev.parley.crypto.Direction.HOST_TO_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent.Way;
import dev.parley.client.JudgedWay.Change;
import dev.parley.protocol.Request;
import dev.parley.transport.ProbePace;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PathJudgeTest {

    /// Between two probes while an answer is missing.
    private static final Duration AGAIN = Duration.ofMillis(400);

    /// So long after the last datagram a probe goes out.
    private static final Duration QUIET = Duration.ofMillis(3200);

    /// So long without an answer the way to the host counts as good.
    private static final Duration UNHEARD = Duration.ofSeconds(1);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JudgedWay way = new JudgedWay();
    private final PathJudge judge = way.judge();

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void aProbeGoesOutAtOnceAndBothWaysAreGoodAfterItsEcho() {
        assertThat(way.probes()).containsExactly(1L);
        assertThat(judge.up()).isFalse();
        assertThat(judge.way()).isEqualTo(Way.TCP);
        assertThat(way.overTls()).isEmpty();
        way.echo(1);
        assertThat(judge.up()).isTrue();
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(way.overTls()).containsExactly(new Request.Path(true));
        assertThat(way.changes()).containsExactly(new Change(Duration.ZERO, Way.UDP, "datagrams arrive"));
    }

    @Test
    void onlyTheAnswerToAProbeThatWasSentCounts() {
        way.passWhileTheHostTalks(Duration.ofSeconds(2));
        way.echo(0);
        way.echo(way.probes().getLast() + 1);
        assertThat(judge.up()).isFalse();
        assertThat(judge.way()).isEqualTo(Way.TCP);
        assertThat(way.toldToHost()).isEmpty();
        assertThat(way.changes()).isEmpty();
    }

    @Test
    void aGoodWayIsSaidOnceHoweverManyEchoesCome() {
        makeGood();
        way.pass(MINUTE);
        way.echo(1);
        assertThat(way.probes()).hasSizeGreaterThan(10);
        assertThat(way.overTls()).containsExactly(new Request.Path(true));
        assertThat(way.changes()).hasSize(1);
    }

    @Test
    void theWordOfTheHostMakesTheWayToItGoodWithoutAnEcho() {
        judge.heardByHost(0);
        assertThat(judge.up()).as("no probe has reached it").isFalse();
        judge.heardByHost(1);
        assertThat(judge.up()).isTrue();
        assertThat(judge.way()).as("that says nothing of the other way").isEqualTo(Way.TCP);
        assertThat(way.overTls()).isEmpty();
        assertThat(way.changes()).isEmpty();
    }

    @Test
    void theWayToTheHostIsLostAfterASecondWithoutAnAnswerAlthoughDatagramsComeFromIt() {
        makeGood();
        way.block(CLIENT_TO_HOST);
        way.doubt();
        way.passWhileTheHostTalks(UNHEARD);
        assertThat(judge.up()).as("a second is not over").isTrue();
        way.passWhileTheHostTalks(UNHEARD);
        assertThat(judge.up()).isFalse();
        way.passWhileTheHostTalks(MINUTE);
        assertThat(judge.up()).isFalse();
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(way.toldToHost()).as("the way from the host is as good as ever").containsExactly(true);
        way.open(CLIENT_TO_HOST);
        way.passWhileTheHostTalks(AGAIN);
        assertThat(judge.up()).isTrue();
        assertThat(way.toldToHost()).containsExactly(true);
        assertThat(way.changes()).hasSize(1);
    }

    @Test
    void theWayToTheHostStaysGoodWhileTheHostSaysThatProbesArrive() {
        makeGood();
        way.block(HOST_TO_CLIENT);
        for (int i = 0; i < 600; i++) {
            way.pass(Duration.ofMillis(100));
            assertThat(judge.up()).as("at %s", way.time()).isTrue();
        }
        assertThat(judge.way()).isEqualTo(Way.TCP);
    }

    @Test
    void theHostIsAskedOverTlsOnlyWhenAnAnswerIsMissing() {
        way.pass(Duration.ofMillis(450));
        assertThat(way.probes()).as("the quick ones").containsExactly(1L, 2L, 3L, 4L);
        assertThat(way.overTls()).isEmpty();
        way.pass(AGAIN);
        assertThat(way.overTls()).containsExactly(new Request.Ping(4));
        way.pass(AGAIN);
        assertThat(way.overTls()).containsExactly(new Request.Ping(4), new Request.Ping(5));
    }

    @Test
    void aBlockedWayFromTheHostIsSaidOnceAndSaidGoodAgainAfterAnEcho() {
        makeGood();
        way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
        way.pass(MINUTE);
        assertThat(judge.way()).isEqualTo(Way.TCP);
        assertThat(judge.up()).isFalse();
        assertThat(way.toldToHost()).containsExactly(true, false);
        assertThat(way.changes()).hasSize(2);
        Change blocked = way.changes().getLast();
        assertThat(blocked.now()).isEqualTo(Way.TCP);
        assertThat(blocked.why()).isEqualTo("no datagrams arrive any more");
        assertThat(blocked.at().minus(way.lastCame())).isBetween(ProbePace.SILENT, ProbePace.SILENT.plus(AGAIN));
        way.open(CLIENT_TO_HOST, HOST_TO_CLIENT);
        way.pass(Duration.ofSeconds(5));
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(judge.up()).isTrue();
        assertThat(way.toldToHost()).containsExactly(true, false, true);
        assertThat(way.changes()).hasSize(3);
        assertThat(way.changes().getLast().now()).isEqualTo(Way.UDP);
        assertThat(way.changes().getLast().why()).isEqualTo("datagrams arrive again");
    }

    @Test
    void everyBlockIsSaidAnew() {
        for (int i = 0; i < 3; i++) {
            makeGood();
            way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
            way.pass(MINUTE);
        }
        assertThat(way.toldToHost()).containsExactly(true, false, true, false, true, false);
        assertThat(way.changes().stream().map(Change::now))
                .containsExactly(Way.UDP, Way.TCP, Way.UDP, Way.TCP, Way.UDP, Way.TCP);
    }

    @Test
    void afterALongBlockTheNextProbeWaitsNoLongerThanEver() {
        way.pass(MINUTE);
        way.open(CLIENT_TO_HOST, HOST_TO_CLIENT);
        while (judge.way() == Way.TCP) {
            way.pass(Duration.ofMillis(1));
        }
        long first = way.probes().getLast();
        way.pass(QUIET);
        assertThat(way.probes()).endsWith(first, first + 1);
    }

    @Test
    void aWayThatNeverWorkedIsSaidOnceAndNotToTheHostWhichSendsNothingAnyway() {
        way.pass(MINUTE);
        assertThat(way.toldToHost()).isEmpty();
        assertThat(way.changes()).hasSize(1);
        Change blocked = way.changes().getFirst();
        assertThat(blocked.now()).isEqualTo(Way.TCP);
        assertThat(blocked.at()).isBetween(ProbePace.SILENT, ProbePace.SILENT.plus(AGAIN));
        makeGood();
        assertThat(way.toldToHost()).containsExactly(true);
        assertThat(way.changes()).hasSize(2);
    }

    @Test
    void anHourOfSleepIsNotTakenForABlock() {
        makeGood();
        way.pass(Duration.ofSeconds(2));
        int before = way.probes().size();
        way.sleep(Duration.ofHours(1));
        assertThat(way.probes()).as("asked on waking").hasSize(before + 1);
        way.pass(MINUTE);
        assertThat(judge.up()).isTrue();
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(way.overTls()).containsExactly(new Request.Path(true));
        assertThat(way.changes()).hasSize(1);
    }

    @Test
    void whoWakesUpInABlockedNetworkFindsOutByProbes() {
        makeGood();
        way.pass(Duration.ofSeconds(2));
        way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
        way.sleep(Duration.ofHours(1));
        Duration awake = way.time();
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(judge.up()).isTrue();
        way.pass(Duration.ofSeconds(2));
        assertThat(judge.way()).isEqualTo(Way.TCP);
        assertThat(judge.up()).isFalse();
        assertThat(way.changes().getLast().at()).isGreaterThan(awake.plus(UNHEARD));
    }

    @Test
    void aDoubtSendsAProbeAtOnceUnlessAnAnswerIsMissingAnyway() {
        makeGood();
        way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
        long before = way.probes().getLast();
        way.doubt();
        assertThat(way.probes()).endsWith(before, before + 1);
        way.doubt();
        way.doubt();
        assertThat(way.probes()).as("one is unanswered").endsWith(before + 1);
        way.pass(AGAIN);
        assertThat(way.probes()).as("the next look does not wait for the quiet").endsWith(before + 1, before + 2);
        way.echo(before + 2);
        way.doubt();
        assertThat(way.probes()).endsWith(before + 2, before + 3);
        assertThat(way.probes()).isEqualTo(LongStream.rangeClosed(1, before + 3).boxed().toList());
    }

    @Test
    void afterTheEndNothingIsSentAndNothingIsSaid() {
        makeGood();
        way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
        List<Long> probes = List.copyOf(way.probes());
        judge.close();
        judge.close();
        way.doubt();
        way.pass(MINUTE);
        way.doubt();
        judge.heardByHost(probes.getLast());
        assertThat(way.planned()).isZero();
        assertThat(way.probes()).isEqualTo(probes);
        assertThat(way.overTls()).containsExactly(new Request.Path(true));
        assertThat(way.changes()).hasSize(1);
    }

    @Test
    void onlyTheNewestPlannedLookIsTaken() {
        makeGood();
        for (int i = 0; i < 10; i++) {
            way.doubt(); // each is answered, and each plans anew
        }
        assertThat(way.planned()).isGreaterThan(10);
        long before = way.probes().getLast();
        way.pass(QUIET);
        assertThat(way.probes()).endsWith(before, before + 1);
        way.pass(MINUTE);
        assertThat(way.planned()).as("the others plan nothing").isLessThanOrEqualTo(2);
        assertThat(way.probes().getLast() - before).isBetween(18L, 20L);
    }

    @Test
    void patienceFollowsTheRoundTripWithinBounds() {
        makeGood();
        Duration first = judge.patience();
        assertThat(first).isBetween(Duration.ofMillis(50), Duration.ofMillis(110));
        way.block(HOST_TO_CLIENT);
        for (int i = 0; i < 50; i++) {
            way.doubt();
            way.pass(Duration.ofMillis(100));
            way.echo(way.probes().getLast());
        }
        assertThat(judge.patience()).isBetween(Duration.ofMillis(349), Duration.ofMillis(350));
        for (int i = 0; i < 50; i++) {
            way.doubt();
            way.pass(Duration.ofMillis(399));
            way.echo(way.probes().getLast());
        }
        assertThat(judge.patience()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aSleepThatBeginsBetweenAProbeAndItsEchoIsNotTakenForABlock() {
        makeGood();
        way.block(HOST_TO_CLIENT);
        way.doubt();
        way.sleep(Duration.ofHours(1));
        way.pass(Duration.ofMillis(700)); // the network needs a moment too
        way.open(HOST_TO_CLIENT);
        way.pass(Duration.ofSeconds(1));
        assertThat(judge.way()).isEqualTo(Way.UDP);
        assertThat(way.toldToHost()).containsExactly(true);
    }

    @Test
    void theWordOfTheHostAboutAProbeThatWasAnsweredLongAgoDoesNotKeepTheWayGood() {
        makeGood();
        way.block(CLIENT_TO_HOST);
        way.doubt();
        Duration asked = way.time();
        while (judge.up()) {
            way.passWhileTheHostTalks(Duration.ofMillis(100));
        }
        assertThat(way.time().minus(asked)).isLessThanOrEqualTo(UNHEARD.plus(AGAIN));
    }

    @Test
    void anEchoAfterTheEndIsNotToldToTheHost() {
        makeGood();
        way.block(CLIENT_TO_HOST, HOST_TO_CLIENT);
        way.pass(Duration.ofSeconds(10));
        judge.close();
        way.echo(way.probes().getLast());
        assertThat(way.toldToHost()).containsExactly(true, false);
    }

    private void makeGood() {
        way.open(CLIENT_TO_HOST, HOST_TO_CLIENT);
        way.pass(Duration.ofSeconds(5)); // longer than between any two probes
        assertThat(judge.up()).isTrue();
        assertThat(judge.way()).isEqualTo(Way.UDP);
    }
}
