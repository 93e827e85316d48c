package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolesTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private final List<Integer> got = new ArrayList<>();
    private final Holes holes = new Holes((sender, number, sentAt) -> got.add(number));

    private void entry(int seq) {
        holes.entry(seq, 0, seq, 0);
    }

    @Test
    void whatOvertookWaitsForWhatIsMissing() {
        entry(1);
        entry(3);
        assertThat(got).containsExactly(1);
        assertThat(holes.any()).isTrue();
        assertThat(holes.last()).isEqualTo(1);
        assertThat(holes.missing(ROOM)).isEqualTo(new Request.Range(ROOM, 2, 2));

        entry(2);
        assertThat(got).containsExactly(1, 2, 3);
        assertThat(holes.any()).isFalse();
    }

    @Test
    void theSameEntryByTwoWaysIsHandedOnOnce() {
        entry(1);
        entry(1);
        entry(3);
        entry(3);
        entry(2);

        assertThat(got).containsExactly(1, 2, 3);
    }

    @Test
    void aBeaconShowsThatTheTailIsMissing() {
        entry(1);
        holes.head(2);

        assertThat(holes.any()).isTrue();
        assertThat(holes.missing(ROOM)).isEqualTo(new Request.Range(ROOM, 2, 2));
    }

    @Test
    void entriesThatAreNoMessagesFillTheirPlace() {
        holes.begin(4);
        holes.entry(5, -1, 0, 0);
        entry(6);

        assertThat(got).containsExactly(6);
    }
}
