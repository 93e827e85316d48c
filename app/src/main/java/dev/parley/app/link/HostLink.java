package dev.parley.app.link;

import dev.parley.app.session.Located;
import dev.parley.client.ClientEvent;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The connection to one host with the rooms on it. One thread reads what the host says, decides, and hands the rest to
/// the window. The monitor guards the fields; it is never held while the window is told.
final class HostLink {

    /// Entries that a room starts with; older ones come when somebody scrolls.
    static final int LATEST = 100;
    /// A connection without a room waits so long for the next try, with the right password for example.
    private static final Duration LINGER = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final Dialling dialling;
    private final Executor window;
    private final Consumer<OpenRoom> opened;
    private final Consumer<HostLink> over;
    private final Delivery delivery;
    private final Map<RoomName, LinkedRoom> rooms = new LinkedHashMap<>();
    private final Map<RoomName, Attempt> attempts = new LinkedHashMap<>();
    private @Nullable RoomClient client;
    private Optional<Fingerprint> host = Optional.empty();
    private Optional<UserName> me = Optional.empty();
    private boolean closed;

    /// @param opened told of every new room, on the executor of the window
    /// @param over told when the connection is given up for good, on the reader's thread
    HostLink(Dialling dialling, Executor window, Consumer<OpenRoom> opened, Consumer<HostLink> over) {
        this.dialling = dialling;
        this.window = window;
        this.opened = opened;
        this.over = over;
        this.delivery = new Delivery(window);
    }

    Dialling dialling() {
        return dialling;
    }

    synchronized boolean leadsTo(Located where) {
        return !closed && dialling.leadsTo(where, host);
    }

    /// Connects and goes on until nobody is left on this connection.
    void start(Attempt first) {
        Thread.ofVirtual().name("parley-host").start(() -> read(first.name().candidates().iterator()));
    }

    /// Tries to get into a room.
    ///
    /// @return false if this connection is over
    synchronized boolean enter(Attempt attempt) {
        if (closed) {
            return false;
        }
        LinkedRoom inside = rooms.get(attempt.room());
        if (inside != null) {
            finish(attempt, new JoinOutcome.In(inside.key()));
            return true;
        }
        Attempt before = attempts.put(attempt.room(), attempt);
        if (before != null) {
            finish(before, new JoinOutcome.CannotConnect("joined anew"));
        }
        host.ifPresent(_ -> begin(attempt));
        return true;
    }

    private synchronized void begin(Attempt attempt) {
        RoomClient on = client;
        if (on == null || host.isEmpty()) {
            return;
        }
        try {
            if (needsLook(attempt, host.get())) {
                on.rooms().whenComplete((list, failure) -> looked(attempt, Optional.ofNullable(list), failure));
                return;
            }
            if (attempt.vouched()) {
                dialling.vouch(attempt.room(), host.get());
            }
            on.joinLatest(attempt.room(), attempt.password(), LATEST);
            attempt.wipe();
        } catch (RuntimeException e) { // the known hosts cannot be read
            drop(attempt, new JoinOutcome.Refused(ErrorCode.INTERNAL, String.valueOf(e.getMessage()), Optional.empty()));
        }
    }

    private boolean needsLook(Attempt attempt, Fingerprint key) {
        return attempt.password().isEmpty() && !attempt.vouched() && dialling.isStranger(attempt.room(), key);
    }

    /// What a stranger says of the room before we go in.
    private synchronized void looked(Attempt attempt, Optional<List<Reply.RoomInfo>> list, @Nullable Throwable failure) {
        RoomClient on = client;
        if (list.isEmpty() || on == null || host.isEmpty()) {
            drop(attempt, new JoinOutcome.CannotConnect(failure == null ? "" : String.valueOf(failure.getMessage())));
        } else if (list.get().stream().anyMatch(r -> r.name().equals(attempt.room()) && r.locked())) {
            on.joinLatest(attempt.room(), Optional.empty(), LATEST); // tells that it takes the password
        } else {
            drop(attempt, new JoinOutcome.FirstContact(host.get()));
        }
    }

    /// A host that says that its room is locked, and then lets us in without a proof, is not to be remembered.
    private synchronized boolean mayPin(RoomName room) {
        Attempt attempt = attempts.get(room);
        return attempt == null || host.isEmpty() || !needsLook(attempt, host.get());
    }

    void leave(LinkedRoom room) {
        synchronized (this) {
            if (!rooms.remove(room.key().room(), room) || client == null) {
                return;
            }
            client.leave(room.key().room());
            if (!rooms.isEmpty() || !attempts.isEmpty()) {
                return;
            }
        }
        close();
    }

    /// The person is there, or not.
    synchronized void present(boolean here) {
        if (client != null) {
            client.present(here);
        }
    }

    synchronized void active() {
        if (client != null) {
            client.active();
        }
    }

    synchronized Optional<OpenRoom> find(Fingerprint key, RoomName room) {
        return host.equals(Optional.of(key)) ? Optional.ofNullable(rooms.get(room)) : Optional.empty();
    }

    /// The thread that reads.
    private void read(Iterator<UserName> names) {
        ClientEvent.Ended end = new ClientEvent.Ended(ClientEvent.EndReason.CLOSED, "");
        try {
            do {
                end = readOne(open(names.next()));
            } while (end.reason() == ClientEvent.EndReason.NAME_TAKEN && names.hasNext());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end = new ClientEvent.Ended(ClientEvent.EndReason.CANNOT_CONNECT, String.valueOf(e.getMessage()));
        }
        end(end);
    }

    private RoomClient open(UserName name) {
        RoomClient opening = dialling.open(name, this::mayPin);
        boolean late;
        synchronized (this) {
            client = opening;
            late = closed;
        }
        if (late) {
            opening.close(); // it tells the reader so
        }
        return opening;
    }

    private ClientEvent.Ended readOne(RoomClient from) throws InterruptedException {
        try (from) {
            while (true) {
                Optional<ClientEvent> event = from.poll(isDeserted() ? LINGER : LONG);
                if (event.isEmpty() && closeIfDeserted()) {
                    return new ClientEvent.Ended(ClientEvent.EndReason.CLOSED, "");
                }
                while (event.isPresent()) {
                    if (event.get() instanceof ClientEvent.Ended ended) {
                        return ended;
                    }
                    handle(event.get(), from);
                    event = from.poll(Duration.ZERO);
                }
                delivery.flush();
            }
        }
    }

    private synchronized boolean isDeserted() {
        return rooms.isEmpty() && attempts.isEmpty();
    }

    private synchronized boolean closeIfDeserted() {
        closed |= isDeserted();
        return closed;
    }

    private void handle(ClientEvent event, RoomClient from) throws InterruptedException {
        switch (event) {
            case ClientEvent.Online e -> online(e);
            case ClientEvent.Offline e -> {
                giveUp(from, e.why());
                toAll(e);
            }
            case ClientEvent.WayChanged e -> toAll(e);
            case ClientEvent.Joined e -> joined(e, from);
            case ClientEvent.JoinFailed e -> joinFailed(e);
            case ClientEvent.Left e when e.reason().equals(Optional.of(ErrorCode.IDLE)) -> to(e.room(), e);
            case ClientEvent.Left e -> out(e.room(), e);
            case ClientEvent.Renamed e -> renamed(e);
            case ClientEvent.Failed e when e.room().isEmpty() -> toAll(e);
            case ClientEvent.Failed e -> to(e.room().get(), e);
            case ClientEvent.Received e -> to(e.room(), e);
            case ClientEvent.CaughtUp e -> to(e.room(), e);
            case ClientEvent.Sent e -> to(e.room(), e);
            case ClientEvent.Refused e -> to(e.room(), e);
            case ClientEvent.Whispered e -> to(e.room(), e);
            case ClientEvent.Typing e -> to(e.room(), e);
            case ClientEvent.Presence e -> to(e.room(), e);
            case ClientEvent.Writable e -> to(e.room(), e);
            case ClientEvent.Ended _ -> {} // ends the reading
        }
    }

    private void online(ClientEvent.Online event) throws InterruptedException {
        dialling.reached(event.host());
        List<Attempt> waiting;
        synchronized (this) {
            waiting = host.isEmpty() ? List.copyOf(attempts.values()) : List.of();
            host = Optional.of(event.host());
            me = Optional.of(event.name());
        }
        waiting.forEach(this::begin);
        toAll(event);
    }

    /// Who is not inside yet is told at once that it does not work, instead of waiting for who knows how long.
    private synchronized void giveUp(RoomClient from, String why) {
        List.copyOf(attempts.values()).forEach(attempt -> {
            from.leave(attempt.room());
            drop(attempt, new JoinOutcome.CannotConnect(why));
        });
    }

    private void joined(ClientEvent.Joined event, RoomClient from) throws InterruptedException {
        LinkedRoom room;
        Attempt attempt;
        synchronized (this) {
            room = rooms.get(event.room());
            attempt = attempts.remove(event.room());
            if (room == null) {
                if (attempt == null || !agreed(attempt) || me.isEmpty() || host.isEmpty()) {
                    from.leave(event.room());
                    return;
                }
                room = new LinkedRoom(this, from, host.get(), me.get(), event.room(), dialling.own() ? Optional.empty() : attempt.where(),
                        window);
                rooms.put(event.room(), room);
            }
        }
        LinkedRoom inside = room;
        delivery.add(attempt == null ? () -> inside.happened(event) : () -> admit(attempt, inside, event));
    }

    /// On the executor of the window, where people change their minds: who has given up meanwhile is not inside.
    private void admit(Attempt attempt, LinkedRoom inside, ClientEvent.Joined event) {
        if (attempt.abandoned()) {
            leave(inside);
            return;
        }
        opened.accept(inside);
        inside.happened(event);
        attempt.outcome().complete(new JoinOutcome.In(inside.key()));
    }

    /// False if nobody waits for it any more, or if a stranger let us in without the proof that it had announced.
    private boolean agreed(Attempt attempt) {
        if (host.isPresent() && needsLook(attempt, host.get())) {
            finish(attempt, new JoinOutcome.FirstContact(host.get()));
            return false;
        }
        return !attempt.abandoned();
    }

    private void joinFailed(ClientEvent.JoinFailed event) throws InterruptedException {
        Attempt attempt;
        synchronized (this) {
            attempt = attempts.get(event.room());
            if (attempt != null) {
                drop(attempt, attempt.failed(event));
            }
        }
        if (attempt == null) {
            out(event.room(), event);
        }
    }

    private void renamed(ClientEvent.Renamed event) throws InterruptedException {
        LinkedRoom room;
        synchronized (this) {
            room = rooms.remove(event.room());
            if (room != null) {
                room.renamed(event.now());
                rooms.put(event.now(), room);
            }
        }
        if (room != null) {
            delivery.add(room, event);
        }
    }

    private void out(RoomName name, ClientEvent event) throws InterruptedException {
        LinkedRoom room;
        synchronized (this) {
            room = rooms.remove(name);
        }
        if (room != null) {
            delivery.add(room, event);
        }
    }

    private void to(RoomName name, ClientEvent event) throws InterruptedException {
        LinkedRoom room;
        synchronized (this) {
            room = rooms.get(name);
        }
        if (room != null) {
            delivery.add(room, event);
        }
    }

    private void toAll(ClientEvent event) throws InterruptedException {
        List<LinkedRoom> all;
        synchronized (this) {
            all = List.copyOf(rooms.values());
        }
        for (LinkedRoom room : all) {
            delivery.add(room, event);
        }
    }

    private void end(ClientEvent.Ended event) {
        List<LinkedRoom> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(rooms.values());
            rooms.clear();
            List.copyOf(attempts.values()).forEach(a -> drop(a, a.ended(event, host)));
        }
        over.accept(this);
        dialling.rest();
        try {
            for (LinkedRoom room : left) {
                delivery.add(room, event);
            }
            delivery.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void drop(Attempt attempt, JoinOutcome outcome) {
        attempts.remove(attempt.room(), attempt);
        finish(attempt, outcome);
    }

    private void finish(Attempt attempt, JoinOutcome outcome) {
        attempt.wipe();
        window.execute(() -> attempt.outcome().complete(outcome));
    }

    /// Says goodbye and ends; does not wait for it. Idempotent.
    void close() {
        RoomClient gone;
        synchronized (this) {
            closed = true;
            gone = client;
        }
        if (gone != null) {
            Thread.startVirtualThread(gone::close); // its end wakes the reader
        }
    }
}
