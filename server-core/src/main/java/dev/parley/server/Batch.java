package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.Frames;
import dev.parley.transport.Records;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Entries of one room that were stored together, encoded at most once for each form in which members get them.
final class Batch implements AutoCloseable {

    private final RoomName room;
    private final List<Entry> entries;
    private @Nullable List<byte[]> encoded;
    private @Nullable Frames frames;
    private @Nullable Frames plain;
    private Optional<byte[]> datagram = Optional.empty();
    private boolean datagramTried;

    Batch(RoomName room, List<Entry> entries) {
        this.room = room;
        this.entries = List.copyOf(entries);
    }

    long first() {
        return entries.getFirst().seq();
    }

    long last() {
        return entries.getLast().seq();
    }

    /// Everything for the control channel of a rich client.
    Frames frames() {
        if (frames == null) {
            frames = Frames.of(encoded());
        }
        return frames;
    }

    /// What plain clients are told; may be empty.
    Frames plain() {
        if (plain == null) {
            plain = Frames.of(plain(entries));
        }
        return plain;
    }

    /// Everything as the plaintext of one datagram, where it fits one.
    Optional<byte[]> datagram() {
        if (!datagramTried) {
            datagramTried = true;
            int size = encoded().stream().mapToInt(Records::size).sum();
            datagram = size <= Records.CAPACITY ? Optional.of(Records.pack(encoded())) : Optional.empty();
        }
        return datagram;
    }

    /// Several entries share a page: the fields around each of them would cost as much as a short text.
    private List<byte[]> encoded() {
        if (encoded == null) {
            encoded = entries.size() == 1
                    ? List.of(Codec.encode(new Reply.EntryPush(room, entries.getFirst()), null))
                    : Pages.rich(room, first(), last(), entries).stream().flatMap(p -> p.messages().stream()).toList();
        }
        return encoded;
    }

    /// The words among entries, as plain clients get them.
    static List<byte[]> plain(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.kind() == EntryKind.TEXT)
                .map(e -> Codec.encode(
                        new Reply.PlainMessage(UserName.EVERYONE, e.from(), new MessageText(e.body())), null))
                .toList();
    }

    @Override
    public void close() {
        if (frames != null) {
            frames.close();
        }
        if (plain != null) {
            plain.close();
        }
    }
}
