package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.link.OpenRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.ui.RecordingNavigator;
import dev.parley.app.ui.messages.Times;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Rooms for a test: what they need around them, recorded.
public final class RoomRig implements AutoCloseable {

    public final RecordingNavigator navigator = new RecordingNavigator();
    /// `share`, `settings`, `remove`, `ban`, `stop`, `again`, each with its room; `copy` and `follow` with the words.
    public final List<String> calls = new ArrayList<>();
    public final Texts texts = Texts.ofWindow(Locale.ENGLISH);
    public final Times times = new Times(Clock.fixed(FakeRoom.NOW, ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
    public final RoomMemory memory;
    public final RoomsModel rooms;
    private Consumer<OpenRoom> opened = _ -> {};
    private final Leaving leaving = (_, goOn) -> goOn.run();

    public RoomRig(Path folder) {
        memory = RoomMemory.open(folder.resolve("rooms.json"), times.clock());
        rooms = new RoomsModel(listener -> {
            opened = listener;
            return () -> opened = _ -> {};
        }, memory, texts, times, navigator::say);
    }

    /// We come into the room.
    public RoomModel enter(FakeRoom room, boolean locked) {
        opened.accept(room);
        room.joined(locked, false);
        return rooms.find(room.key()).orElseThrow();
    }

    /// @param fx where views are made
    public RoomTools tools(Executor fx) {
        return new RoomTools(rooms, navigator, new Own(), leaving, new EmojiArt(fx, fx), texts, link -> calls.add("follow " + link),
                words -> calls.add("copy " + words));
    }

    private final class Own implements OwnRooms {
        @Override
        public String place(RoomKey room) {
            return "192.168.1.20:7420";
        }

        @Override
        public void share(RoomKey room) {
            calls.add("share " + room.room());
        }

        @Override
        public void settings(RoomKey room) {
            calls.add("settings " + room.room());
        }

        @Override
        public void remove(RoomKey room, UserName who, boolean ban) {
            calls.add((ban ? "ban " : "remove ") + who);
        }

        @Override
        public void stop(RoomKey room) {
            calls.add("stop " + room.room());
        }

        @Override
        public void again(RoomKey room) {
            calls.add("again " + room.room());
        }
    }

    @Override
    public void close() {
        rooms.close();
        memory.close();
    }
}
