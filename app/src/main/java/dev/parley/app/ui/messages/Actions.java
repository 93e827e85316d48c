package dev.parley.app.ui.messages;

import dev.parley.protocol.MessageId;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What the list of messages leaves to the page it is on. FX thread.
public interface Actions {

    /// Opens a web page outside.
    void browse(String address);

    /// Follows an invite, `parley://`.
    void follow(String invite);

    /// Sends the words of a refused message again, as a new one; the refused one is gone already.
    void sendAgain(MessageId refused, String text);

    /// Further items of the menu of a message, at its end.
    default List<MenuItem> more(Post post) {
        return List.of();
    }
}
