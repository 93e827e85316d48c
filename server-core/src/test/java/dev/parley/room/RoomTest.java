package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import dev.parley.room.Room.Entrance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final List<String> heard = new ArrayList<>();
    private final Room<String> room = new Room<>(2, 10);

    @Test
    void everyoneInsideIsToldAndNobodyElse() {
        Member<String> ana = member("Ana", Role.MEMBER);
        Member<String> ben = member("Ben", Role.MEMBER);
        room.enter(ana);
        room.enter(ben);
        room.leave(ben);
        room.broadcast("news", 11);
        assertThat(heard).containsExactly("Ana: news");
        assertThat(room.head()).isEqualTo(11);
    }

    @Test
    void aMemberWhoIsAwayKeepsItsPlaceAndHearsNothing() {
        Member<String> ana = member("Ana", Role.MEMBER);
        room.enter(ana);
        ana.disconnect();
        room.broadcast("news", 11);
        assertThat(heard).isEmpty();
        assertThat(room.size()).isEqualTo(1);
    }

    @Test
    void aFullRoomStillTakesItsHost() {
        assertThat(room.enter(member("Ana", Role.MEMBER))).isEqualTo(Entrance.IN);
        assertThat(room.enter(member("Ben", Role.MEMBER))).isEqualTo(Entrance.IN);
        assertThat(room.enter(member("Cleo", Role.MEMBER))).isEqualTo(Entrance.FULL);
        assertThat(room.enter(member("Host", Role.HOST))).isEqualTo(Entrance.IN);
    }

    @Test
    void aNameThatLooksLikeAnotherIsTakenAndABannedOneStaysOut() {
        room.enter(member("Ana", Role.MEMBER));
        assertThat(room.enter(member("ANA", Role.MEMBER))).isEqualTo(Entrance.NAME_TAKEN);
        room.ban(new UserName("Ben"));
        assertThat(room.enter(member("ben", Role.MEMBER))).isEqualTo(Entrance.BANNED);
    }

    @Test
    void onlyTheMemberItselfGivesUpItsPlace() {
        room.enter(member("Ana", Role.MEMBER));
        assertThat(room.leave(member("Ana", Role.MEMBER))).isFalse();
        assertThat(room.size()).isEqualTo(1);
    }

    @Test
    void aCrowdMakesFewNoticesAndAPassingVisitorNone() {
        Crowd crowd = new Crowd();
        IntStream.range(0, 100).forEach(i -> crowd.joined(new UserName("p" + i)));
        crowd.joined(new UserName("passing"));
        crowd.left(new UserName("passing"));
        crowd.left(new UserName("gone"));
        List<Notice> notices = crowd.drain();
        assertThat(notices).hasSize(3);
        assertThat(notices.getFirst()).isEqualTo(new Notice(Notice.Event.LEFT, List.of(new UserName("gone"))));
        assertThat(notices.stream().filter(n -> n.event() == Notice.Event.JOINED).mapToInt(n -> n.names().size()).sum()).isEqualTo(100);
        assertThat(crowd.isEmpty()).isTrue();
    }

    private Member<String> member(String name, Role role) {
        return new Member<>(new UserName(name), role, news -> heard.add(name + ": " + news));
    }
}
