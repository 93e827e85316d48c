package dev.parley.app.session;

import java.util.Arrays;

/// What the person who hosts wants for the password of the room.
public sealed interface RoomPassword extends AutoCloseable {

    /// A new one, from now on. Keeps the array, and wipes it when closed.
    @SuppressWarnings("ArrayRecordComponent") // not shared, and wiped
    record Fresh(char[] password) implements RoomPassword {
        @Override
        public void close() {
            Arrays.fill(password, ' ');
        }

        /// Says nothing of the password.
        @Override
        public String toString() {
            return "Fresh[]";
        }
    }

    /// None: everyone may come in.
    record Open() implements RoomPassword {
        @Override
        public void close() {}
    }

    @Override
    void close();
}
