package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import dev.parley.transport.EventLoop;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final RoomName SHIP = new RoomName("Ship");

    private final EventLoop loop = EventLoop.start("parley-test");
    private final Memberships rooms = new Memberships();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aRoomIsFoundByTheNameItHasAndThoseItHad() {
        Membership crew = add(CREW);
        rooms.rename(crew, SHIP);
        assertThat(rooms.find(SHIP)).contains(crew);
        assertThat(rooms.find(CREW)).contains(crew);
        assertThat(rooms.named(CREW)).isEmpty();
        assertThat(rooms.all()).containsExactly(crew);
    }

    @Test
    void aFormerNameGoesToTheRoomThatHasItNowAndStaysThere() {
        Membership first = add(CREW);
        rooms.rename(first, SHIP);
        Membership second = add(CREW);
        assertThat(rooms.find(CREW)).contains(second);
        rooms.remove(second);
        assertThat(rooms.find(CREW)).as("words for the room that was left go nowhere").isEmpty();
        assertThat(rooms.find(SHIP)).contains(first);
    }

    @Test
    void onlyTheLastNamesAreRemembered() {
        Membership room = add(CREW);
        for (int i = 0; i < 100; i++) {
            rooms.rename(room, new RoomName("Room " + i));
        }
        assertThat(rooms.find(CREW)).isEmpty();
        assertThat(rooms.find(new RoomName("Room 80"))).contains(room);
    }

    @Test
    void whoHadTheNewNameIsGivenUp() {
        Membership crew = add(CREW);
        Membership ship = add(SHIP);
        assertThat(rooms.rename(crew, SHIP)).contains(ship);
        assertThat(rooms.find(SHIP)).contains(crew);
        assertThat(rooms.all()).containsExactly(crew);
    }

    private Membership add(RoomName name) {
        Membership membership = new Membership(new Membership.Wish(name, Optional.empty(), OptionalLong.empty(), OptionalInt.empty()),
                new NoWire(loop), _ -> {}, System::nanoTime);
        rooms.add(membership);
        return membership;
    }
}
