package dev.parley.app.ui.messages;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.LocalDate;

/// One row of the conversation. Rows with equal keys are the same row at different times.
public sealed interface Row {

    /// What stays the same about the row when it changes.
    Object key();

    /// What lies beyond what is loaded.
    record Edge(Side side, State state) implements Row {

        /// Which end of the rows.
        public enum Side { TOP, BOTTOM }

        /// What is known about it.
        public enum State {
            /// There is more; it comes when the reader comes near.
            MORE,
            LOADING,
            /// It could not be loaded.
            FAILED,
            /// There is nothing earlier.
            BEGINNING
        }

        @Override
        public Object key() {
            return side;
        }
    }

    /// A new day begins.
    ///
    /// @param words how the day is called now
    record Day(LocalDate date, String words) implements Row {
        @Override
        public Object key() {
            return date;
        }
    }

    /// What follows has not been read.
    record Unread() implements Row {
        @Override
        public Object key() {
            return Unread.class;
        }
    }

    /// A message.
    ///
    /// @param first whether it opens a group of the same person, so that the name is shown
    /// @param time when, in words
    /// @param exact when, in full
    record Message(Post post, boolean first, String time, String exact) implements Row {
        @Override
        public MessageId key() {
            return post.id();
        }
    }

    /// Words between us and one other person.
    ///
    /// @param own whether we said them
    record Whisper(MessageId id, UserName from, UserName to, String text, boolean own, String time) implements Row {
        @Override
        public MessageId key() {
            return id;
        }
    }

    /// Neighbouring notices in one line.
    ///
    /// @param seq number of the last of them
    record Happened(long seq, String words, String time) implements Row {
        @Override
        public Object key() {
            return seq;
        }
    }
}
