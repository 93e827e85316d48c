package dev.parley.app.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.ui.messages.Row;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.client.ClientEvent.Way;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Notice;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomModelTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final UserName BEN = new UserName("Ben");

    @TempDir
    Path folder = Path.of("");

    private final FakeRoom room = new FakeRoom("Crew", 'A', "Ana", false)
            .with("Ben", "member", "here").with("Zoë", "host", "idle").with("Ana", "member", "here");
    private RoomRig rig;

    @BeforeEach
    void open() {
        rig = new RoomRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private RoomModel enter() {
        return rig.enter(room, true);
    }

    private static List<String> names(RoomModel model) {
        return model.people().sorted().stream().map(p -> p.name().value()).toList();
    }

    @Test
    void theHostComesFirstAndWhoIsHereBeforeWhoIsNot() {
        RoomModel model = enter();
        assertThat(names(model)).containsExactly("Zoë", "Ana", "Ben");
        room.notice(Notice.Event.JOINED, "Carl");
        assertThat(names(model)).containsExactly("Zoë", "Ana", "Ben", "Carl");
        room.emit(new ClientEvent.Presence(CREW, new UserName("Ana"), State.AWAY));
        assertThat(names(model)).containsExactly("Zoë", "Ben", "Carl", "Ana");
        room.notice(Notice.Event.LEFT, "Ben");
        assertThat(names(model)).containsExactly("Zoë", "Carl", "Ana");
        assertThat(model.people().names()).containsExactlyInAnyOrder("Zoë", "Carl");
        assertThat(model.people().countProperty().get()).isEqualTo(3);
    }

    @Test
    void noticesOfTheHistoryMoveNobody() {
        room.said("Ben", "old");
        room.notice(Notice.Event.LEFT, "Ben");
        assertThat(names(enter())).contains("Ben");
    }

    @Test
    void typingIsSeenForAWhileAndEndsWithTheMessage() {
        RoomModel model = enter();
        room.types("Ben");
        room.types("Ana");
        assertThat(model.people().typing()).containsExactly(BEN);
        for (int i = 0; i < 5; i++) {
            rig.rooms.tick();
        }
        room.types("Ben");
        for (int i = 0; i < 5; i++) {
            rig.rooms.tick();
        }
        assertThat(model.people().typing()).containsExactly(BEN);
        rig.rooms.tick();
        assertThat(model.people().typing()).isEmpty();
        room.types("Ben");
        room.says("Ben", "done");
        assertThat(model.people().typing()).isEmpty();
    }

    @Test
    void theStatusFollowsTheConnection() {
        RoomModel model = enter();
        assertThat(model.statusProperty().get()).isEqualTo(new Status.Online(true));
        room.emit(new ClientEvent.WayChanged(Way.TCP, "no answer"));
        assertThat(model.statusProperty().get()).isEqualTo(new Status.Online(false));
        room.offline(2);
        assertThat(model.statusProperty().get()).isEqualTo(new Status.Offline("nothing was heard", 2));
        rig.rooms.tick();
        rig.rooms.tick();
        rig.rooms.tick();
        assertThat(model.statusProperty().get()).isEqualTo(new Status.Offline("nothing was heard", 0));
        room.emit(new ClientEvent.Joined(CREW, 5, 0, true, room.people, 3, Way.UDP, true));
        assertThat(model.statusProperty().get()).isEqualTo(new Status.CatchingUp());
        room.emit(new ClientEvent.CaughtUp(CREW, 5));
        room.emit(new ClientEvent.Writable(CREW, false, "the disk is full"));
        assertThat(model.statusProperty().get()).isEqualTo(new Status.ReadOnly("the disk is full"));
        assertThat(model.composer().blockedProperty().get()).isPresent();
        room.emit(new ClientEvent.Writable(CREW, true, ""));
        assertThat(model.composer().blockedProperty().get()).isEmpty();
        room.left(ErrorCode.IDLE);
        assertThat(model.statusProperty().get()).isEqualTo(new Status.Idle());
        assertThat(model.endingProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KICKED,KICKED", "BANNED,BANNED", "ROOM_CLOSED,CLOSED", "WRONG_PASSWORD,PASSWORD", "CLOSING,REFUSED"})
    void whoeverIsOutIsToldWhy(ErrorCode code, Ending.Cause cause) {
        RoomModel model = enter();
        room.left(code);
        assertThat(model.endingProperty().get()).map(Ending::cause).contains(cause);
    }

    @Test
    void anotherWindowThatTookOverIsTold() {
        RoomModel model = enter();
        room.emit(new ClientEvent.Ended(ClientEvent.EndReason.REPLACED, ""));
        assertThat(model.endingProperty().get()).map(Ending::cause).contains(Ending.Cause.REPLACED);
    }

    @Test
    void whatIsWrittenIsSentAndARefusalStaysVisible() {
        RoomModel model = enter();
        model.composer().textProperty().set("hello");
        assertThat(model.composer().send()).isTrue();
        assertThat(room.calls).contains("typing", "say hello");
        room.failure = Optional.of(new IllegalStateException("too many messages wait"));
        model.composer().textProperty().set("again");
        model.composer().send();
        assertThat(model.messages().rows().getValue()).anyMatch(
                r -> r instanceof Row.Message m && m.post().text().equals("again") && m.post().trouble().contains("too many"));
        room.emit(new ClientEvent.Refused(CREW, MessageId.next(), new MessageText("third"), ErrorCode.RATE_LIMITED, "slow"));
        assertThat(model.messages().rows().getValue()).anyMatch(r -> r instanceof Row.Message m && m.post().text().equals("third"));
    }

    @Test
    void wordsForOnePersonDoNotGoToEveryone() {
        RoomModel model = enter();
        model.whisperToProperty().set(Optional.of(BEN));
        assertThat(model.composer().roomProperty().get()).isEqualTo("Ben");
        model.composer().textProperty().set("psst");
        model.composer().send();
        assertThat(room.calls).containsExactly("whisper Ben: psst");
        model.whisperToProperty().set(Optional.empty());
        assertThat(model.composer().roomProperty().get()).isEqualTo("Crew");
    }

    @Test
    void draftMuteAndReadMarkAreRemembered() {
        for (int i = 0; i < 5; i++) {
            room.said("Ben", "m" + i);
        }
        rig.memory.change(room.key(), r -> r.readTo(2));
        RoomModel model = enter();
        assertThat(model.unreadProperty().get()).isEqualTo(3);
        model.composer().textProperty().set("half a tho");
        model.mutedProperty().set(true);
        assertThat(rig.memory.find(room.key())).get().satisfies(r -> {
            assertThat(r.draft()).isEqualTo("half a tho");
            assertThat(r.muted()).isTrue();
            assertThat(r.locked()).isTrue();
            assertThat(r.address()).isEqualTo("192.168.1.20:7420");
            assertThat(r.hostName()).isEqualTo("Zoë");
            assertThat(r.read()).isEqualTo(2);
        });
        rig.rooms.leave(model);
        RoomModel again = enter();
        assertThat(again.composer().textProperty().get()).isEqualTo("half a tho");
        assertThat(again.mutedProperty().get()).isTrue();
    }

    @Test
    void aRenamedRoomIsStillTheSame() {
        RoomModel model = enter();
        model.mutedProperty().set(true);
        room.rename("Ship’s crew");
        RoomKey now = room.key();
        assertThat(model.nameProperty().get()).isEqualTo("Ship’s crew");
        assertThat(rig.rooms.find(now)).contains(model);
        assertThat(rig.memory.find(now)).get().satisfies(r -> assertThat(r.muted()).isTrue());
        assertThat(rig.navigator.calls).singleElement().asString().contains("Ship’s crew");
    }

    @Test
    void comingAgainTakesTheOldPlace() {
        RoomModel first = enter();
        rig.enter(new FakeRoom("Lab", 'A', "Ana", false), false);
        rig.rooms.show(first);
        room.left(ErrorCode.KICKED);
        RoomModel second = enter();
        assertThat(second).isNotSameAs(first);
        assertThat(rig.rooms.rooms()).hasSize(2).first().isSameAs(second);
        assertThat(rig.rooms.shownProperty().get()).contains(second);
    }

    @Test
    void unreadIsSummedOverRoomsThatAreNotMuted() {
        RoomModel model = enter();
        FakeRoom lab = new FakeRoom("Lab", 'A', "Ana", false);
        RoomModel other = rig.enter(lab, false);
        room.says("Ben", "one");
        lab.says("Ben", "two");
        lab.says("Ana", "mine");
        assertThat(rig.rooms.unreadProperty().get()).isEqualTo(2);
        other.mutedProperty().set(true);
        assertThat(rig.rooms.unreadProperty().get()).isEqualTo(1);
        rig.rooms.leave(model);
        assertThat(rig.rooms.unreadProperty().get()).isZero();
        assertThat(room.calls).contains("leave");
    }

    @Test
    void theLastMinuteIsCounted() {
        RoomModel model = enter();
        room.says("Ben", "one");
        room.says("Ben", "two");
        rig.rooms.tick();
        assertThat(model.perMinuteProperty().get()).isEqualTo(2);
        for (int i = 0; i < 60; i++) {
            rig.rooms.tick();
        }
        assertThat(model.perMinuteProperty().get()).isZero();
    }

    @Test
    void theInviteNamesRoomAndKey() {
        assertThat(enter().invite()).get().asString()
                .startsWith("parley://192.168.1.20:7420/Crew#").endsWith(room.key().host().toString());
    }
}
