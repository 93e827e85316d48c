package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Reply;
import dev.parley.room.Member;
import dev.parley.room.Presence;
import dev.parley.transport.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the members of a room who of them is there, idle or away, for all changes of half a second together: who was
/// away for less is not mentioned. Large rooms do without. On the event loop.
final class Presences {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Above this many members, what the changes cost would grow with the square of the crowd.
    private static final int MOST = 500;

    private final Hall hall;
    private final ServedRoom room;
    private final Set<Member<Batch>> changed = new LinkedHashSet<>();
    private final Map<Member<Batch>, Presence> told = new HashMap<>();
    private boolean planned;

    Presences(Hall hall, ServedRoom room) {
        this.hall = hall;
        this.room = room;
    }

    void changed(Member<Batch> member) {
        changed.add(member);
        if (!planned) {
            planned = true;
            hall.loop().schedule(this::tell, PAUSE);
        }
    }

    void left(Member<Batch> member) {
        changed.remove(member);
        told.remove(member);
    }

    private void tell() {
        planned = false;
        if (room.people().size() > MOST) {
            return; // told when the room has become smaller
        }
        List<Member<Batch>> news = changed.stream()
                .filter(m -> m.presence() != told.getOrDefault(m, Presence.HERE))
                .toList();
        changed.clear();
        if (news.isEmpty()) {
            return;
        }
        news.forEach(m -> told.put(m, m.presence()));
        try (Frames frames = Frames.of(encoded(news))) {
            room.seats().forEach(seat -> seat.presence(frames));
        }
    }

    /// How it is with everyone, for a member who missed changes.
    Frames everyone() {
        return Frames.of(room.people().size() > MOST ? List.of() : encoded(List.copyOf(room.people().members())));
    }

    private List<byte[]> encoded(List<Member<Batch>> members) {
        List<Reply.Seen> left = members.stream().map(m -> new Reply.Seen(m.name(), m.presence().wireName())).toList();
        List<byte[]> messages = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Reply.Seen> fitting = Fitting.objects(left, s -> s.name().value());
            messages.add(Codec.encode(new Reply.PresencePush(room.name(), fitting), null));
            left = left.subList(fitting.size(), left.size());
        }
        return messages;
    }
}
