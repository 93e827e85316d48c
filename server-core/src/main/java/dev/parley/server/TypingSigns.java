package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Reply;
import dev.parley.room.Member;
import dev.parley.transport.Frames;
import dev.parley.transport.Records;
import java.util.List;

/// Shows the members of a room that somebody is writing: once, now, to those who keep up. On the event loop.
final class TypingSigns {

    /// In a larger room somebody always writes.
    private static final int MOST = 200;

    private final Hall hall;
    private final ServedRoom room;

    TypingSigns(Hall hall, ServedRoom room) {
        this.hall = hall;
        this.room = room;
    }

    void show(Member<Batch> writer) {
        if (room.people().size() > MOST) {
            return;
        }
        byte[] json = Codec.encode(new Reply.TypingPush(room.name(), writer.name()), null);
        byte[] datagram = Records.pack(List.of(json));
        try (Frames frames = Frames.of(List.of(json))) {
            room.seats().filter(seat -> seat.member() != writer).forEach(seat -> seat.glimpse(datagram, frames));
        }
        hall.datagrams().flush();
    }
}
