package dev.parley.app.session;

import dev.parley.log.History;
import dev.parley.log.MessageLog;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.RoomName;
import dev.parley.room.NameKey;
import dev.parley.server.RoomServer;
import java.time.Duration;
import java.util.Optional;

/// Opens rooms of a log on a server. Blocks for the disk and for the hash of a password; any thread.
///
/// @param log only looked up and changed here, closed elsewhere
record RoomOpening(MessageLog log) {

    private static final int MOST_MEMBERS = 2_000;

    /// The password to open it with: empty if the room keeps the one it has.
    ///
    /// @throws SessionException `name-looks-alike`, or what [RoomWish#passwordOfNew] throws
    Optional<RoomPassword> password(RoomWish wish) {
        boolean known = stored(wish.room()).isPresent();
        return known || wish.password().isPresent() ? wish.password() : Optional.of(wish.passwordOfNew().get());
    }

    /// @param password as [#password] gave it; closed by the caller
    void open(RoomServer server, RoomWish wish, Optional<RoomPassword> password) {
        Optional<RoomRecord> stored = stored(wish.room());
        RoomOptions options = wish.options(stored.map(RoomRecord::options).orElseGet(RoomOpening::usual));
        if (password.isPresent()) {
            server.openRoom(wish.room(), words(password.get()), options);
            return;
        }
        log.updateRoom(stored.orElseThrow(() -> new IllegalStateException("a new room without a word on its password"))
                .withOptions(options));
        server.reopenRoom(wish.room());
    }

    static Optional<char[]> words(RoomPassword password) {
        return switch (password) {
            case RoomPassword.Fresh(char[] words) -> Optional.of(words);
            case RoomPassword.Open() -> Optional.empty();
        };
    }

    private Optional<RoomRecord> stored(RoomName room) {
        NameKey key = NameKey.of(room);
        Optional<RoomRecord> alike = log.rooms().stream().filter(r -> NameKey.of(r.name()).equals(key)).findFirst();
        alike.filter(r -> !r.name().equals(room)).ifPresent(r -> {
            throw new SessionException(Problem.USAGE, "name-looks-alike", r.name().value());
        });
        return alike;
    }

    private static RoomOptions usual() {
        return new RoomOptions(new History.All(), Duration.ofMinutes(5), Retention.FOREVER, MOST_MEMBERS);
    }
}
