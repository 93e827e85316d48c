package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenRoomsTest {

    @TempDir
    Path folder;

    @Test
    void aHostThatDidNotCloseLeavesItsRooms() throws IOException {
        Path file = folder.resolve("open-rooms");
        assertThat(new OpenRooms(file).leftOpen()).isEmpty();
        OpenRooms crashed = new OpenRooms(file);
        crashed.remember(List.of(new RoomName("Lobby"), new RoomName("理科")));
        assertThat(new OpenRooms(file).leftOpen()).containsExactly(new RoomName("Lobby"), new RoomName("理科"));
    }

    @Test
    void aCleanCloseLeavesNothingAndStaysClosed() {
        Path file = folder.resolve("open-rooms");
        OpenRooms rooms = new OpenRooms(file);
        rooms.remember(List.of(new RoomName("Lobby")));
        rooms.forget();
        rooms.remember(List.of(new RoomName("Late")));
        assertThat(file).doesNotExist();
    }

    @Test
    void aLineThatIsNoNameIsPassedOver() throws IOException {
        Path file = folder.resolve("open-rooms");
        Files.writeString(file, "Lobby\n\u0001\n\nCrew\n");
        assertThat(new OpenRooms(file).leftOpen()).containsExactly(new RoomName("Lobby"), new RoomName("Crew"));
    }
}
