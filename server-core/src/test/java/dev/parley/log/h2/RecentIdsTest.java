package dev.parley.log.h2;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.parley.log.RoomId;
import dev.parley.protocol.MessageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    /// As many as are always remembered.
    private static final int REMEMBERED = 10_000;

    private final Random random = new Random(5);
    private final RecentIds recent = new RecentIds();

    private record Key(RoomId room, MessageId id) {}

    private Key key(int room) {
        return new Key(new RoomId(room), new MessageId(new Ulid(random.nextLong(), random.nextLong()).toString()));
    }

    private void add(Key key, long seq) {
        recent.add(key.room(), key.id(), seq);
    }

    @Test
    void theLastAreKnownWithTheirNumbersAndOfTheOthersThatTheyMayBeStored() {
        List<Key> added = new ArrayList<>();
        Set<Key> removed = new HashSet<>();
        for (int i = 0; i < 3 * REMEMBERED; i++) {
            Key key = key(1 + random.nextInt(5));
            added.add(key);
            add(key, i);
            if (random.nextInt(10) == 0) {
                Key gone = added.get(added.size() - 1 - random.nextInt(Math.min(added.size(), 100)));
                removed.add(gone);
                recent.remove(gone.room(), gone.id());
            }
        }

        for (int i = 0; i < added.size(); i++) {
            Key key = added.get(i);
            if (removed.contains(key)) {
                assertThat(recent.seq(key.room(), key.id())).isEmpty();
            } else if (i >= added.size() - REMEMBERED) {
                assertThat(recent.seq(key.room(), key.id())).hasValue(i);
            } else {
                assertThat(recent.seq(key.room(), key.id())).isEmpty();
                assertThat(recent.mayBeForgotten(key.room(), key.id(), () -> "")).isTrue();
            }
        }
    }

    @Test
    void anIdInAnotherRoomIsAnother() {
        Key key = key(1);
        add(key, 7);

        assertThat(recent.seq(key.room(), key.id())).hasValue(7);
        assertThat(recent.seq(new RoomId(2), key.id())).isEmpty();
    }

    @Test
    void addedTwiceItCountsOnceAndHasTheNewerNumber() {
        Key key = key(1);
        for (int i = 0; i < REMEMBERED; i++) {
            add(key, i);
        }

        assertThat(recent.seq(key.room(), key.id())).hasValue(REMEMBERED - 1);
        assertThat(recent.mayBeForgotten(key.room(), key.id(), () -> "")).isFalse();
    }

    @Test
    void ifNothingWasForgottenTheDatabaseSaysWhatTheGreatestIs() {
        Key key = key(1);

        assertThat(recent.mayBeForgotten(key.room(), key.id(), () -> "")).isFalse();
        recent.clear();
        assertThat(recent.mayBeForgotten(key.room(), key.id(), () -> "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")).isTrue();
    }

    @Test
    void clearedItKnowsNothingAndCanBeFilledAgain() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(key(1));
            add(keys.getLast(), i);
        }
        recent.clear();

        assertThat(keys).allMatch(key -> recent.seq(key.room(), key.id()).isEmpty());
        keys.forEach(key -> add(key, 3));
        assertThat(keys).allMatch(key -> recent.seq(key.room(), key.id()).orElseThrow() == 3);
    }

    @Test
    void onlyWhatIsGreaterThanAllThatWasForgottenIsSurelyNew() {
        RoomId room = new RoomId(1);
        MessageId low = new MessageId(new Ulid(1, 0).toString());
        MessageId middle = new MessageId(new Ulid(2, 0).toString());
        MessageId high = new MessageId(new Ulid(3, 0).toString());

        assertThat(recent.isNew(room, high)).as("nobody asked the database yet").isFalse();
        recent.mayBeForgotten(room, low, middle::value);

        assertThat(recent.isNew(room, low)).isFalse();
        assertThat(recent.isNew(room, middle)).isFalse();
        assertThat(recent.isNew(room, high)).isTrue();
        assertThat(recent.isNew(new RoomId(2), high)).isFalse();
        recent.add(room, high, 7);
        assertThat(recent.isNew(room, high)).isFalse();
    }
}
