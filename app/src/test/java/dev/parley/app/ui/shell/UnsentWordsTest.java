package dev.parley.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.ui.room.FakeRoom;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomRig;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentWordsTest {

    @TempDir
    Path folder;

    private final FakeRoom room = new FakeRoom("Crew", 'a', "Zoë", false);
    private final List<String> done = new ArrayList<>();
    private RoomRig rig;
    private UnsentWords unsent;
    private RoomModel model;

    @BeforeEach
    void enter() {
        rig = new RoomRig(folder);
        model = rig.enter(room, true);
        unsent = new UnsentWords(rig.rooms, (place, _) -> done.add("asked in " + place), rig.texts);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nobodyIsAskedWhereNothingWaits() {
        unsent.ifAgreed(model, () -> done.add("left"));
        unsent.ifAgreed(() -> done.add("closed"));
        assertThat(done).containsExactly("left", "closed");
    }

    @Test
    void wordsThatTheHostHasNotStoredAreAskedAbout() {
        room.offline(5);
        write("one more thing");
        unsent.ifAgreed(model, () -> done.add("left"));
        unsent.ifAgreed(() -> done.add("closed"));
        assertThat(done).containsExactly("asked in DIALOG", "asked in DIALOG");
    }

    @Test
    void storedOnesAreNot() {
        write("one more thing");
        room.emit(new ClientEvent.Sent(room.key().room(), room.ids.getLast(), 1));
        unsent.ifAgreed(() -> done.add("closed"));
        assertThat(done).containsExactly("closed");
    }

    @Test
    void aRoomThatIsOverTakesNoWordsAnyMore() {
        write("one more thing");
        room.left(ErrorCode.ROOM_CLOSED);
        unsent.ifAgreed(model, () -> done.add("left"));
        assertThat(done).containsExactly("left");
    }

    private void write(String words) {
        model.composer().textProperty().set(words);
        model.composer().send();
    }
}
