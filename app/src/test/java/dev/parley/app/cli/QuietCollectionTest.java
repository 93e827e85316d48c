package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietCollectionTest {

    private static final long MB = 1 << 20;

    private long used = 30 * MB;
    private long live = 14 * MB;
    private long busy;
    private int collections;

    private final QuietCollection collection = new QuietCollection(() -> used, () -> busy, () -> {
        collections++;
        used = live;
    });

    @AfterEach
    void close() {
        collection.close();
    }

    private void look(long usedNow) {
        used = usedNow;
        collection.look();
    }

    @Test
    void collectsOnceWhenItHasBecomeQuiet() {
        look(33 * MB); // still busy
        assertThat(collections).isZero();

        look(33 * MB + 100_000);
        assertThat(collections).isEqualTo(1);

        for (int i = 0; i < 10; i++) {
            look(used + 100_000);
        }
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void leavesABusyHostAlone() {
        for (int i = 0; i < 20; i++) {
            look((32 + 2L * i) * MB);
        }
        look(31 * MB); // Java has collected by itself

        assertThat(collections).isZero();
    }

    @Test
    void aBusyHeapThatLooksTheSameAtTwoMomentsIsNoQuiet() {
        for (int i = 0; i < 20; i++) {
            busy += 100;
            look(30 * MB);
        }
        assertThat(collections).isZero();

        busy += 50;
        look(30 * MB);
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void littleGarbageIsNotWorthIt() {
        look(used);
        assertThat(collections).isEqualTo(1);

        look(live + 4 * MB);
        look(live + 4 * MB);
        assertThat(collections).isEqualTo(1);

        look(live + 5 * MB);
        look(live + 5 * MB);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void aLargeHeapMayKeepMoreGarbage() {
        live = 60 * MB;
        look(used);
        look(75 * MB);
        look(75 * MB);
        assertThat(collections).isEqualTo(1);

        look(81 * MB);
        look(81 * MB);
        assertThat(collections).isEqualTo(2);
    }
}
