package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.log.AuditType;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRoomsTest {

    private static final int ROOMS = 20;
    private static final int PEOPLE = 25;
    private static final int ROOMS_EACH = 4; // so there are 5 members in each room

    @TempDir
    Path folder;

    @Test
    void everyoneSeesEverythingOfTheirRoomsAndNothingOfOthers() {
        List<TestMember> people = new ArrayList<>();
        try (TestHost host = new TestHost(folder)) {
            List<RoomName> rooms = IntStream.range(0, ROOMS).mapToObj(i -> new RoomName("Room " + i)).toList();
            rooms.forEach(r -> host.server().openRoom(r, Optional.empty(), RoomOptions.standard()));
            for (int i = 0; i < PEOPLE; i++) {
                TestMember member = new TestMember("P" + i, host.port(), folder.resolve("p" + i));
                people.add(member);
                roomsOf(i, rooms).forEach(r -> member.client().join(r, Optional.empty(), OptionalLong.empty()));
            }
            people.forEach(p -> Awaitility.await().atMost(TestMember.PATIENCE).until(() -> p.events(ClientEvent.CaughtUp.class).size() == ROOMS_EACH));
            assertThat(host.server().rooms()).extracting(Reply.RoomInfo::members).containsOnly(PEOPLE * ROOMS_EACH / ROOMS);
            for (int i = 0; i < PEOPLE; i++) {
                for (RoomName room : roomsOf(i, rooms)) {
                    for (int k = 0; k < 10; k++) {
                        people.get(i).say(room, room + " P" + i + " " + k);
                    }
                }
            }
            int expected = ROOMS_EACH * (PEOPLE * ROOMS_EACH / ROOMS) * 10;
            people.forEach(p -> p.awaitTexts(expected));
            for (RoomName room : rooms) {
                List<List<String>> views = people.stream().map(p -> texts(p, room)).filter(v -> !v.isEmpty()).toList();
                assertThat(views).hasSize(5).allMatch(v -> v.equals(views.getFirst()));
                assertThat(views.getFirst()).hasSize(50).doesNotHaveDuplicates().allMatch(t -> t.startsWith(room + " "));
            }
        } finally {
            people.forEach(TestMember::close);
        }
    }

    private static List<RoomName> roomsOf(int person, List<RoomName> rooms) {
        return IntStream.range(0, ROOMS_EACH).mapToObj(k -> rooms.get((person * ROOMS_EACH + k) % ROOMS)).toList();
    }

    private static List<String> texts(TestMember member, RoomName room) {
        return member.events(ClientEvent.Received.class).stream()
                .filter(r -> r.room().equals(room))
                .map(ClientEvent.Received::entry)
                .filter(e -> e.kind() == EntryKind.TEXT)
                .map(Entry::body)
                .toList();
    }

    @Test
    void leavingOneRoomLeavesTheOthersAlone() {
        RoomName crew = new RoomName("Crew");
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            host.server().openRoom(crew, Optional.empty(), RoomOptions.standard());
            ana.client().join(crew, Optional.empty(), OptionalLong.empty());
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.CaughtUp.class).size() == 2);
            ana.client().leave(ROOM);
            assertThat(ana.await(ClientEvent.Left.class).room()).isEqualTo(ROOM);
            ana.say(ROOM, "not inside");
            assertThat(ana.await(ClientEvent.Refused.class).room()).isEqualTo(ROOM);
            ana.say(crew, "inside");
            ana.awaitTexts(1);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.notices().equals(List.of("JOINED Ana", "LEFT Ana")));
        }
    }

    @Test
    void guestsMakeAsManyRoomsAsTheHostTakesHoweverFastTheyAre() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.limits(Settings.rooms(5))).open(); PlainClient eve = new PlainClient(host.port())) {
            eve.send("guest", "username", "Eve").expect("guest");
            for (int i = 0; i < 30; i++) {
                eve.send("create", "room", "Room " + i);
            }
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> eve.all("create").size() == 30);
            assertThat(eve.all("create").stream().filter(c -> !c.has("code"))).hasSize(4);
            assertThat(eve.all("create").stream().filter(c -> c.has("code")).map(c -> c.get("code").getAsString())).containsOnly("too-many-rooms");
            assertThat(host.server().rooms()).hasSize(5);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.log().auditBefore(Long.MAX_VALUE, 100).stream()
                    .filter(r -> r.event().type() == AuditType.ROOM_CREATED).count() == 5);
        }
    }

    @Test
    void aRoomThatLooksLikeAnotherIsNotMade() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient eve = new PlainClient(host.port())) {
            eve.send("guest", "username", "Eve").expect("guest");
            assertThat(eve.send("create", "room", "L\u043ebby").expectError("create")).isEqualTo("room-exists");
            assertThat(eve.send("create", "room", "LOBBY").expectError("create")).isEqualTo("room-exists");
        }
    }

    @Test
    void whereGuestsMayNotMakeRoomsTheyCannot() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.guests(false, false)).open(); PlainClient eve = new PlainClient(host.port())) {
            eve.send("guest", "username", "Eve").expect("guest");
            assertThat(eve.send("create", "room", "Mine").expectError("create")).isEqualTo("forbidden");
        }
    }

    @Test
    void aFullRoomSaysSo() {
        RoomOptions two = new RoomOptions(RoomOptions.standard().history(), RoomOptions.standard().idle(), RoomOptions.standard().retention(), 2);
        try (TestHost host = new TestHost(folder).open(two);
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                TestMember cleo = new TestMember("Cleo", host.port(), folder)) {
            cleo.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            assertThat(cleo.await(ClientEvent.JoinFailed.class).code()).isEqualTo(dev.parley.protocol.ErrorCode.ROOM_FULL);
            ben.client().leave(ROOM);
            ben.await(ClientEvent.Left.class);
            host.awaitMembers(1);
            cleo.join(ROOM);
            assertThat(ana.client().people(ROOM).join()).hasSize(2);
        }
    }
}
