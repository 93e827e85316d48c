package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.format.Formatter;
import dev.parley.app.ui.messages.format.LinkTarget;
import dev.parley.protocol.MessageId;
import javafx.scene.input.MouseEvent;

/// What the cells of the list need from it.
interface Surface {

    Texts texts();

    EmojiArt art();

    /// As people and emoji are known now.
    Formatter formatter();

    void follow(LinkTarget link);

    boolean isUnfolded(MessageId id);

    /// Shows all of a long message, or its beginning again.
    void unfold(MessageId id, boolean all);

    /// A body is about to be selected in.
    void selecting(MessageBody body);

    void clicked(Row.Message row, MouseEvent event);

    void sendAgain(Post post);

    void remove(Post post);

    boolean isChosen(MessageId id);

    boolean isCurrent(MessageId id);

    /// Loads what failed to load.
    void again(Row.Edge.Side side);
}
