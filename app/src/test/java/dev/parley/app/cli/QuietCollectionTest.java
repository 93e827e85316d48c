package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.ServerListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietCollectionTest {

    private static final long MB = 1 << 20;

    private long used = 30 * MB;
    private long live = 14 * MB;
    private long busy;
    private int collections;

    private final QuietCollection collection = new QuietCollection(() -> used, () -> busy, timer -> {
        collections++;
        used = live;
    });

    private final ServerListener host = collection.watching(new ServerListener() {});

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
        host.roomsChanged();
        look(33 * MB);
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
            host.roomsChanged();
            look((32 + 2L * i) * MB);
        }
        host.roomsChanged();
        look(31 * MB); // Java has collected by itself

        assertThat(collections).isZero();
    }

    @Test
    void aBusyHeapThatLooksTheSameAtTwoMomentsIsNoQuiet() {
        for (int i = 0; i < 20; i++) {
            host.roomsChanged();
            busy += 100;
            look(30 * MB);
        }
        assertThat(collections).isZero();

        busy += 50;
        look(30 * MB);
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void peopleWhoOnlyListenAreNoHindranceOnceNothingHappensAnyMore() {
        for (int i = 0; i < 10; i++) {
            host.roomsChanged();
            busy += 200;
            look((33 + i % 3) * MB);
        }
        assertThat(collections).isZero();

        for (int i = 0; i < 10; i++) {
            busy += 200;
            look((30 + i % 3) * MB);
        }
        assertThat(collections).as("once for all that happened before").isEqualTo(1);
    }

    @Test
    void betweenTwoOfARoomThatIsQuietNowAndThenSomeTimePasses() {
        for (int i = 0; i < 12; i++) {
            host.roomsChanged();
            busy += 200;
            look(30 * MB);
            busy += 200;
            look(32 * MB);
        }

        assertThat(collections).isEqualTo(6);
    }

    @Test
    void ofALotOfWorkNobodyHearsOf() {
        for (int i = 0; i < 10; i++) {
            busy += 1000;
            look(30 * MB);
        }

        assertThat(collections).isZero();
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
