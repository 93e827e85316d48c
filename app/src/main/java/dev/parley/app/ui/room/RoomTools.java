package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import java.util.function.Consumer;

/// What a room on the screen needs of the program around it.
///
/// @param rooms where the room is one of
/// @param own what can be done to rooms of our own
/// @param leaving is asked before a room is left
/// @param follow goes where an invite leads that somebody has written
/// @param copy puts words into the clipboard
public record RoomTools(RoomsModel rooms, Navigator navigator, OwnRooms own, Leaving leaving, EmojiArt emoji, Texts texts,
        Consumer<String> follow, Consumer<String> copy) {

    /// Leaves a room for good; without another one, the start screen follows. Asks first if words would be lost.
    public void leave(RoomModel room) {
        leaving.ifAgreed(room, () -> leaveNow(room));
    }

    private void leaveNow(RoomModel room) {
        rooms.leave(room);
        if (rooms.rooms().isEmpty()) {
            navigator.start();
        }
    }
}
