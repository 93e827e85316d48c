package dev.parley.server;

import dev.parley.protocol.Limits;
import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import java.time.Duration;
import java.util.List;

/// Tells plain clients who is in their room, a moment after it changed and the later the more people there are, so that
/// a crowd does not cost the square of its size. Rich clients follow the notices instead.
final class NameLists {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Hall hall;
    private final ServedRoom room;
    private boolean planned;

    NameLists(Hall hall, ServedRoom room) {
        this.hall = hall;
        this.room = room;
    }

    void changed() {
        boolean anyPlain = room.people().members().stream().anyMatch(m -> m.outlet() instanceof PlainSeat);
        if (!planned && anyPlain) {
            planned = true;
            hall.loop().schedule(this::push, PAUSE.plusMillis(room.people().size()));
        }
    }

    private void push() {
        planned = false;
        Reply.NameList list = of(room);
        for (Member<Batch> member : room.people().members()) {
            if (member.outlet() instanceof PlainSeat seat) {
                seat.names(list);
            }
        }
    }

    /// The first names that fit a frame.
    static Reply.NameList of(ServedRoom room) {
        List<UserName> names = room.people().members().stream().map(Member::name).limit(Limits.LIST_NAMES).toList();
        return new Reply.NameList(Fitting.names(names, UserName::value));
    }
}
