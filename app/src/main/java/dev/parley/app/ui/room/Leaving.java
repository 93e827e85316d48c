package dev.parley.app.ui.room;

/// Asks before words are lost that the host has not stored yet. FX thread.
@FunctionalInterface
public interface Leaving {

    /// Goes on at once if nothing would be lost, and after a yes otherwise.
    ///
    /// @param goOn leaves the room
    void ifAgreed(RoomModel room, Runnable goOn);
}
