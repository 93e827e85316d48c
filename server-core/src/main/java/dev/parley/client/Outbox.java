package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.transport.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Messages of one room that are not stored yet, in order. At most [Limits#POST_WINDOW] are on their way; they go by
/// datagram while few wait, else over TLS; one that brings no echo goes again over TLS with the same id. After a
/// reconnect all go again. On the event loop.
final class Outbox {

    /// @param text kept for the person if the host refuses it
    private record Message(MessageId id, MessageText text) {}

    private static final class Sent {
        private final Message message;
        private final byte[] encoded;
        private final long at;
        private boolean overTls;

        Sent(Message message, byte[] encoded, long at, boolean overTls) {
            this.message = message;
            this.encoded = encoded;
            this.at = at;
            this.overTls = overTls;
        }
    }

    private RoomName room;
    private final Consumer<ClientEvent> events;
    private final LongSupplier nanos;
    private final LinkedHashMap<MessageId, Message> waiting = new LinkedHashMap<>();
    private final Map<MessageId, Sent> underWay = new LinkedHashMap<>();
    private Wire wire;
    private boolean open;
    private boolean checkPlanned;
    private boolean pumpPlanned;
    private long generation;
    private long next = 1;

    Outbox(RoomName room, Wire wire, Consumer<ClientEvent> events, LongSupplier nanos) {
        this.room = room;
        this.wire = wire;
        this.events = events;
        this.nanos = nanos;
    }

    /// The room has another name; what is under way carries the old one, which the host still understands.
    void rename(RoomName now) {
        room = now;
    }

    void add(MessageId id, MessageText text) {
        waiting.put(id, new Message(id, text));
        pumpSoon();
    }

    /// Messages that become free to go at the same moment go together.
    private void pumpSoon() {
        if (open && !pumpPlanned) {
            pumpPlanned = true;
            wire.soon(this::pump);
        }
    }

    /// We are in the room, on this connection: everything that is not known to be stored goes from the start.
    void begin(Wire on) {
        wire = on;
        open = true;
        next = 1;
        generation++;
        checkPlanned = false;
        pump();
    }

    void end() {
        open = false;
        generation++;
        new ArrayList<>(underWay.values()).reversed().forEach(s -> waiting.putFirst(s.message.id, s.message));
        underWay.clear();
    }

    /// Our message is entry `seq`.
    ///
    /// @return true if it was waiting for that
    boolean stored(MessageId id, long seq) {
        if (underWay.remove(id) == null && waiting.remove(id) == null) {
            return false;
        }
        pumpSoon();
        events.accept(new ClientEvent.Sent(room, id, seq));
        return true;
    }

    /// @return true if it was one of ours
    boolean refused(MessageId id, ErrorCode code, String why) {
        Sent sent = underWay.remove(id);
        if (sent == null) {
            return false;
        }
        pumpSoon();
        events.accept(new ClientEvent.Refused(room, id, sent.message.text, code, why));
        return true;
    }

    /// Gives up everything that waits.
    void refuseAll(ErrorCode code, String why) {
        end();
        waiting.values().forEach(m -> events.accept(new ClientEvent.Refused(room, m.id, m.text, code, why)));
        waiting.clear();
    }

    int size() {
        return waiting.size() + underWay.size();
    }

    /// Sends what the window allows.
    private void pump() {
        pumpPlanned = false;
        List<byte[]> messages = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        int bytes = 0;
        while (open && !waiting.isEmpty() && underWay.size() < Limits.POST_WINDOW) {
            Message message = waiting.pollFirstEntry().getValue();
            byte[] json = Codec.encode(new Request.Post(room, message.id, next++, message.text), message.id.value());
            Sent now = new Sent(message, json, nanos.getAsLong(), false);
            underWay.put(message.id, now);
            sent.add(now);
            messages.add(json);
            bytes += Records.size(json);
        }
        if (messages.isEmpty()) {
            return;
        }
        if (wire.datagrams() && bytes <= Records.CAPACITY) {
            wire.sendDatagram(messages);
            planCheck(wire.patience());
        } else {
            sent.forEach(s -> s.overTls = true);
            wire.send(messages);
        }
    }

    private void planCheck(Duration delay) {
        if (!checkPlanned) {
            checkPlanned = true;
            long now = generation;
            wire.schedule(() -> check(now), delay);
        }
    }

    /// Sends again, over TLS, what went by datagram and was not stored in time.
    private void check(long planned) {
        if (planned != generation) {
            return;
        }
        checkPlanned = false;
        long overdue = nanos.getAsLong() - wire.patience().toNanos();
        List<byte[]> again = new ArrayList<>();
        long oldest = Long.MAX_VALUE;
        for (Sent sent : underWay.values()) {
            if (!sent.overTls && sent.at - overdue <= 0) {
                sent.overTls = true;
                again.add(sent.encoded);
            } else if (!sent.overTls) {
                oldest = Math.min(oldest, sent.at);
            }
        }
        if (!again.isEmpty()) {
            wire.send(again);
            wire.doubt();
        }
        if (oldest != Long.MAX_VALUE) {
            planCheck(Duration.ofNanos(Math.max(1, oldest - overdue)));
        }
    }
}
