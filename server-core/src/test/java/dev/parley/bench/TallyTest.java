package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally.Sums sums = new Tally.Sums();
    private final Tally tally = new Tally(sums, 2);

    private void got(int sender, int... numbers) {
        for (int number : numbers) {
            tally.got(sender, number, 0, 0);
        }
    }

    @Test
    void everythingOnceAndInOrderIsNoFault() {
        got(0, 1, 2, 3);
        got(1, 1);

        assertThat(tally.missing(new int[] {3, 1})).isZero();
        assertThat(sums.deliveries()).isEqualTo(4);
        assertThat(sums.duplicated() + sums.misordered()).isZero();
    }

    @Test
    void aHoleAndAMissingTailAreLost() {
        got(0, 1, 3);

        assertThat(tally.missing(new int[] {5, 2})).isEqualTo(1 + 2 + 2);
    }

    @Test
    void aMessageAfterALaterOneIsOutOfOrderButNotLost() {
        got(0, 1, 3, 2);

        assertThat(tally.missing(new int[] {3, 0})).isZero();
        assertThat(sums.misordered()).isEqualTo(1);
    }

    @Test
    void aMessageThatComesAgainIsDoubledAndNoDelivery() {
        got(0, 1, 2, 2, 1);

        assertThat(sums.duplicated()).isEqualTo(2);
        assertThat(sums.deliveries()).isEqualTo(2);
    }

    @Test
    void onlyMessagesSentWhileMeasuringCountForLatency() {
        sums.measureFrom(100);
        tally.got(0, 1, 99, 5_000_000);
        tally.got(0, 2, 100, 2_000_100);

        assertThat(sums.latency().total()).isEqualTo(1);
        assertThat(sums.latency().maxMicros()).isEqualTo(2_000);
    }
}
