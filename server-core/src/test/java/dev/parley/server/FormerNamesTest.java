package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormerNamesTest {

    private static final RoomName CREW = new RoomName("Crew");

    private long now;
    private final FormerNames<String> names = new FormerNames<>(() -> now);

    @Test
    void aFormerNameLeadsToItsRoomInExactlyThisSpelling() {
        names.add(CREW, "room");
        assertThat(names.find(CREW)).contains("room");
        assertThat(names.find(new RoomName("crew"))).isEmpty();
    }

    @Test
    void forTwoMinutesNoOtherRoomMayHaveTheNameOrOneThatLooksLikeIt() {
        names.add(CREW, "room");
        assertThat(names.reserved(new RoomName("CREW"), Optional.empty())).isTrue();
        assertThat(names.reserved(CREW, Optional.of("other"))).isTrue();
        assertThat(names.reserved(CREW, Optional.of("room"))).as("back to the old name").isFalse();
        now += Duration.ofMinutes(2).toNanos();
        assertThat(names.reserved(CREW, Optional.empty())).isFalse();
        assertThat(names.find(CREW)).as("until it is taken").contains("room");
    }

    @Test
    void aNameThatAnotherRoomTookLeadsNowhereElse() {
        names.add(CREW, "room");
        names.taken(CREW, "room");
        assertThat(names.find(CREW)).contains("room");
        names.taken(new RoomName("crew"), "other");
        assertThat(names.find(CREW)).isEmpty();
    }

    @Test
    void onlyTheNewestThousandAreKept() {
        for (int i = 0; i < 1_500; i++) {
            names.add(new RoomName("Room " + i), "room");
        }
        assertThat(names.find(new RoomName("Room 499"))).isEmpty();
        assertThat(names.find(new RoomName("Room 500"))).isPresent();
    }
}
