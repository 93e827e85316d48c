package dev.parley.app.ui;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;

/// Leads from one screen to another. FX thread.
public interface Navigator {

    /// Host a room, or find one.
    void start();

    /// The way into a room that was chosen: asks for what is needed and goes in.
    void join(Located where);

    /// A room that we are in.
    void room(RoomKey key);

    void settings();

    /// Why rooms may not be seen.
    void network();

    /// A short word at the edge of the window that goes away by itself.
    void say(String words);

    /// Opens a web page in the browser of the system.
    void browse(String address);
}
