package dev.parley.app.ui.messages;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.OptionalLong;

/// A message as it is shown.
///
/// @param seq its number in the room; none until it is stored
/// @param at when the host stored it, or when it was sent
/// @param text as it was written; whoever shows it makes it harmless
/// @param own whether we wrote it
/// @param trouble why it was not sent, for people; empty unless refused
public record Post(MessageId id, OptionalLong seq, UserName from, Instant at, String text, boolean own, Progress progress,
        String trouble) {

    /// How far a message of ours has come.
    public enum Progress {
        /// Of others: nothing to tell.
        NONE,
        SENDING,
        STORED,
        REFUSED
    }
}
