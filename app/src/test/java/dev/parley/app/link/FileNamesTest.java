package dev.parley.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.DataFolder;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.session.RoomWish;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What rooms and people are called never becomes the name of a file.
@Timeout(90)
class FileNamesTest {

    private static final Path ABSOLUTE = Path.of("/tmp/parley-outside");

    private static final List<String> HOSTILE = List.of("../outside", "..\\outside", "..", "C:\\outside", "CON", "NUL.json",
            "%2e%2e%2foutside", "a|b>c:d?*", ABSOLUTE.toString());

    private static final RoomPassword OPEN = new RoomPassword.Open();

    @TempDir
    Path temporary = Path.of("");

    private final Clock clock = Clock.systemUTC();

    @Test
    void hostAndGuestsKeepTheSameFilesWhateverRoomsAndPeopleAreCalled() throws IOException {
        Path plain = temporary.resolve("plain");
        Path hostile = temporary.resolve("hostile");
        live(plain.resolve("in").resolve("deep"), List.of("one", "two"));
        live(hostile.resolve("in").resolve("deep"), HOSTILE);
        assertThat(files(hostile)).isEqualTo(files(plain)).contains(Path.of("in", "deep", "host", "parley.mv.db"));
        assertThat(ABSOLUTE).doesNotExist();
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all).containsExactlyInAnyOrder(plain, hostile);
        }
    }

    /// A host opens a room of each name; a guest of each name visits it, says the name and remembers the room.
    private void live(Path folder, List<String> names) throws IOException {
        DataFolder host = new DataFolder(folder.resolve("host")).create();
        DataFolder guest = new DataFolder(folder.resolve("guest")).create();
        try (Hosting hosting = Hosting.start(host, Wishes.unseen(new RoomName(names.getFirst()), OPEN), new ServerListener() {}, new SecureRandom(), clock);
                RoomMemory memory = RoomMemory.open(guest.rooms(), clock)) {
            names.stream().skip(1).forEach(name -> hosting.open(new RoomWish(new RoomName(name), Optional.of(OPEN), RoomPassword.Open::new,
                    Optional.empty(), Optional.empty(), Optional.empty())));
            for (String name : names) {
                visit(hosting, guest, name, memory);
                hosting.rename(new RoomName(name), new RoomName(name + "/.."));
            }
        }
    }

    private static void visit(Hosting hosting, DataFolder guest, String name, RoomMemory memory) {
        RoomName room = new RoomName(name);
        try (Member member = new Member(name, name.hashCode(), guest.knownHosts())) {
            RoomKey key = Member.key(member.join(hosting, room));
            member.room(room).say(new MessageText(name));
            member.hears(room, name);
            memory.change(key, known -> known.withDraft(name));
        }
    }

    private static Set<Path> files(Path below) throws IOException {
        Set<Path> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(below)) {
            files.map(below::relativize).forEach(all::add);
        }
        return all;
    }
}
