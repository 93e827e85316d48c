package dev.parley.bench;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/// What one sender has said and not seen stored: at most [Limits#POST_WINDOW] at a time. What went by datagram and was
/// not stored soon is sent again over TLS. On the event loop.
final class Posts {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Crowd crowd;
    private final LoadMember member;
    private final RoomName room;
    private final int sender;
    private final TreeMap<Integer, Pending> pending = new TreeMap<>();
    private int number;
    private boolean pumping;
    private boolean pumpPlanned;
    private boolean checkPlanned;

    Posts(Crowd crowd, LoadMember member, RoomName room, int sender) {
        this.crowd = crowd;
        this.member = member;
        this.room = room;
        this.sender = sender;
    }

    private static final class Pending {
        final MessageId id;
        final byte[] json;
        final long at;
        boolean overTls;

        Pending(MessageId id, byte[] json, long at) {
            this.id = id;
            this.json = json;
            this.at = at;
        }
    }

    /// How many messages were said.
    int said() {
        return number;
    }

    /// Says one thing, if the window allows.
    void sayOne() {
        if (pending.size() < Limits.POST_WINDOW) {
            send(List.of(next()));
        }
    }

    /// Keeps the window full, or (false) no longer.
    void flood(boolean on) {
        pumping = on;
        pumpSoon();
    }

    /// Our own message came back: it is stored.
    void stored(int stored) {
        if (pending.remove(stored) != null) {
            pumpSoon();
        }
    }

    void stored(MessageId id) {
        if (pending.values().removeIf(p -> p.id.equals(id))) {
            pumpSoon();
        }
    }

    private void pumpSoon() {
        if (pumping && !pumpPlanned) {
            pumpPlanned = true;
            crowd.loop().execute(this::pump);
        }
    }

    private void pump() {
        pumpPlanned = false;
        List<Pending> fresh = new ArrayList<>();
        while (pumping && pending.size() < Limits.POST_WINDOW) {
            fresh.add(next());
        }
        if (!fresh.isEmpty()) {
            send(fresh);
        }
    }

    private Pending next() {
        long now = crowd.now();
        int mine = ++number;
        MessageText text = new MessageText(new Body(now, mine, sender).text(crowd.plan().bodyBytes()));
        MessageId id = MessageId.next();
        Pending post = new Pending(id, Codec.encode(new Request.Post(room, id, mine, text), id.value()), now);
        pending.put(mine, post);
        return post;
    }

    private void send(List<Pending> posts) {
        List<byte[]> messages = posts.stream().map(p -> p.json).toList();
        if (member.sendDatagram(messages)) {
            planCheck();
        } else {
            posts.forEach(p -> p.overTls = true);
            member.send(messages);
        }
    }

    private void planCheck() {
        if (!checkPlanned) {
            checkPlanned = true;
            crowd.loop().schedule(this::check, PATIENCE);
        }
    }

    private void check() {
        checkPlanned = false;
        long overdue = crowd.now() - PATIENCE.toNanos();
        List<byte[]> again = new ArrayList<>();
        for (Iterator<Pending> all = pending.values().iterator(); all.hasNext();) {
            Pending post = all.next();
            if (!post.overTls && post.at <= overdue) {
                post.overTls = true;
                again.add(post.json);
            }
        }
        if (!again.isEmpty()) {
            member.send(again);
        }
        if (pending.values().stream().anyMatch(p -> !p.overTls)) {
            planCheck();
        }
    }
}
