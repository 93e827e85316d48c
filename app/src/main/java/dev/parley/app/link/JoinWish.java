package dev.parley.app.link;

import dev.parley.app.session.Located;
import dev.parley.app.session.WishedName;
import java.util.Optional;

/// A person wants to go into a room.
///
/// @param where the room and the way to its host
/// @param name who the person wants to be there
/// @param password wiped by whoever takes the wish; empty if none is known
/// @param trusted true if the person has seen the words of a host that is met for the first time, and goes on
@SuppressWarnings("ArrayRecordComponent") // wiped by the one who takes it
public record JoinWish(Located where, WishedName name, Optional<char[]> password, boolean trusted) {

    /// Says nothing of the password.
    @Override
    public String toString() {
        return "JoinWish[" + where.room() + "]";
    }
}
