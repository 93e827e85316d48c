package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsToMakeTest {

    private static final RoomName CREW = new RoomName("Crew");

    private final RoomsToMake rooms = new RoomsToMake();
    private final List<String> done = new ArrayList<>();

    private void enter(String who, RoomName room) {
        rooms.enter(room, () -> done.add(who + " makes"), () -> done.add(who + " enters"));
    }

    @Test
    void theFirstMakesTheRoomAndNobodyEntersBeforeItIsThere() {
        enter("Ana", CREW);
        enter("Ben", CREW);
        assertThat(done).containsExactly("Ana makes");

        rooms.made(CREW);
        assertThat(done).containsExactly("Ana makes", "Ana enters", "Ben enters");
    }

    @Test
    void laterOnesEnterAtOnce() {
        enter("Ana", CREW);
        rooms.made(CREW);
        done.clear();

        enter("Cleo", CREW);
        assertThat(done).containsExactly("Cleo enters");
    }

    @Test
    void eachRoomIsMadeByItsOwnFirst() {
        enter("Ana", CREW);
        enter("Ben", new RoomName("Deck"));
        rooms.made(CREW);
        assertThat(done).containsExactly("Ana makes", "Ben makes", "Ana enters");
    }
}
