package dev.parley.server;

import dev.parley.log.LogWriter;
import dev.parley.protocol.Reply;
import java.util.Optional;

/// Knows whether messages can be stored, and tells members and host when that changes. On the event loop.
final class StorageWatch implements LogWriter.Listener {

    private final Hall hall;
    private Optional<String> trouble = Optional.empty();

    StorageWatch(Hall hall) {
        this.hall = hall;
    }

    /// Why nothing can be stored at present.
    Optional<String> trouble() {
        return trouble;
    }

    Reply.Writable in(ServedRoom room) {
        return new Reply.Writable(room.name(), trouble.isEmpty(), trouble.orElse(""));
    }

    @Override
    public void storageFailed(String reason) {
        trouble = Optional.of(reason);
        hall.rooms().all().forEach(room -> room.seats().forEach(Seat::storage));
        hall.listener().storageFailed(reason);
    }

    @Override
    public void storageRecovered() {
        trouble = Optional.empty();
        hall.rooms().reread(); // entries may be in the log that nobody was told of
        hall.rooms().all().forEach(room -> room.seats().forEach(Seat::storage));
        hall.listener().storageRecovered();
    }
}
