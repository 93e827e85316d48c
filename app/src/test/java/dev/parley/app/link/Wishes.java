package dev.parley.app.link;

import dev.parley.app.session.HostWish;
import dev.parley.app.session.RoomPassword;
import dev.parley.log.Durability;
import dev.parley.log.History;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What hosts in tests wish for.
final class Wishes {

    private Wishes() {}

    /// A room on loopback, at a port that is free, which nobody else hears of.
    static HostWish unseen(RoomName room, RoomPassword password) {
        return new HostWish(room, new UserName("Ana"), Optional.of(password), RoomPassword.Open::new,
                Optional.of(new History.All()), Optional.of(Duration.ZERO), OptionalInt.of(0), Optional.of("127.0.0.1"),
                Durability.PROCESS, false, "test");
    }
}
