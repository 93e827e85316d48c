package dev.parley.app.session;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.client.ClientEvent.Trust;
import dev.parley.client.ClientEvent.Way;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client of a host that exists only here: one room, in memory, with an optional password. Tests make it take names,
/// go away and refuse.
public final class FakeRoomClient implements RoomClient {

    public static final Fingerprint HOST = Fingerprint.parse("A".repeat(43)).orElseThrow();
    public static final Instant AT = Instant.parse("2026-11-20T10:02:03.004Z");

    /// What the host is like; shared by the clients of one test.
    public static final class Host {
        public final RoomName room;
        public final @Nullable String password;
        public final List<Entry> entries = new CopyOnWriteArrayList<>();
        public final List<UserName> wished = new CopyOnWriteArrayList<>();
        public final List<ClientConfig> configs = new CopyOnWriteArrayList<>();
        public final Set<String> taken = ConcurrentHashMap.newKeySet();
        public final List<String> whispers = new CopyOnWriteArrayList<>();
        public volatile boolean away;
        public volatile boolean unreachable;
        public volatile boolean changed;
        public volatile @Nullable ErrorCode refusal;
        public volatile Trust trust = Trust.KNOWN;
        public final List<FakeRoomClient> clients = new CopyOnWriteArrayList<>();

        public Host(String room, @Nullable String password) {
            this.room = new RoomName(room);
            this.password = password;
        }

        public RoomClient connect(ClientConfig config) {
            wished.add(config.name());
            configs.add(config);
            FakeRoomClient client = new FakeRoomClient(this, config.name());
            clients.add(client);
            return client;
        }

        public Entry store(UserName from, MessageId id, String text) {
            Entry entry = new Entry(entries.size() + 1L, id, EntryKind.TEXT, from, AT, text);
            entries.add(entry);
            return entry;
        }
    }

    private final Host host;
    private final UserName name;
    private final BlockingQueue<ClientEvent> events = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Entry> unsent = new ConcurrentLinkedQueue<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    private long shown;

    private FakeRoomClient(Host host, UserName name) {
        this.host = host;
        this.name = name;
        if (host.unreachable) {
            events.add(new ClientEvent.Ended(EndReason.CANNOT_CONNECT, "nobody there"));
        } else if (host.changed) {
            events.add(new ClientEvent.Ended(EndReason.HOST_CHANGED, "another key"));
        } else if (host.taken.contains(name.value())) {
            events.add(new ClientEvent.Ended(EndReason.NAME_TAKEN, "taken"));
        } else {
            events.add(new ClientEvent.Online(HOST, name, host.trust));
        }
    }

    public void emit(ClientEvent event) {
        events.add(event);
    }

    @Override
    public ClientEvent next() throws InterruptedException {
        return events.take();
    }

    @Override
    public Optional<ClientEvent> poll(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public synchronized void join(RoomName room, Optional<char[]> given, OptionalLong after) {
        calls.add("join after " + (after.isPresent() ? after.getAsLong() : "-"));
        ErrorCode refusal = host.refusal;
        if (refusal != null) {
            fail(room, refusal);
        } else if (!room.equals(host.room)) {
            fail(room, ErrorCode.NO_SUCH_ROOM);
        } else if (host.password != null && given.isEmpty() && after.isEmpty()) {
            fail(room, ErrorCode.PROOF_REQUIRED);
        } else if (host.password != null && after.isEmpty() && !host.password.equals(String.valueOf(given.orElseThrow()))) {
            fail(room, ErrorCode.WRONG_PASSWORD);
        } else {
            enter(after.orElse(0));
        }
    }

    private void fail(RoomName room, ErrorCode code) {
        events.add(new ClientEvent.JoinFailed(room, code, "no", Optional.empty()));
    }

    private void enter(long after) {
        List<Reply.Person> people = List.of(new Reply.Person(new UserName("Ana"), "host"), new Reply.Person(name, "member"));
        events.add(new ClientEvent.Joined(host.room, host.entries.size(), after, host.password != null, people, 2, Way.UDP, false));
        shown = after;
        showNew();
        events.add(new ClientEvent.CaughtUp(host.room, shown));
    }

    private void showNew() {
        while (shown < host.entries.size()) {
            events.add(new ClientEvent.Received(host.room, host.entries.get((int) shown)));
            shown++;
        }
    }

    /// Somebody else says something.
    public synchronized void hear(String from, String text) {
        host.store(new UserName(from), MessageId.next(), text);
        showNew();
    }

    @Override
    public synchronized void leave(RoomName room) {
        calls.add("leave");
        events.add(new ClientEvent.Left(room, Optional.empty()));
    }

    @Override
    public synchronized MessageId send(RoomName room, MessageText text) {
        MessageId id = MessageId.next();
        unsent.add(new Entry(1, id, EntryKind.TEXT, name, AT, text.value()));
        deliver();
        return id;
    }

    /// Stores what waits, unless the host is away.
    public synchronized void deliver() {
        while (!host.away && !unsent.isEmpty()) {
            Entry draft = unsent.remove();
            Entry stored = host.store(name, draft.id(), draft.body());
            events.add(new ClientEvent.Sent(host.room, draft.id(), stored.seq()));
            showNew();
        }
    }

    @Override
    public void whisper(RoomName room, UserName to, MessageText text) {
        host.whispers.add(to + ": " + text);
    }

    @Override
    public void active() {
        calls.add("active");
    }

    @Override
    public void joinLatest(RoomName room, Optional<char[]> password, int last) {
        join(room, password, OptionalLong.of(Math.max(0, host.entries.size() - last)));
    }

    @Override
    public void typing(RoomName room) {
        calls.add("typing");
    }

    @Override
    public void present(boolean here) {
        calls.add(here ? "here" : "idle");
    }

    @Override
    public CompletableFuture<List<Entry>> history(RoomName room, long before, int limit, Optional<String> search) {
        return logEntries(room, before, limit, search);
    }

    @Override
    public int unsent() {
        return unsent.size();
    }

    @Override
    public CompletableFuture<List<Reply.RoomInfo>> rooms() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<Reply.Person>> people(RoomName room) {
        return CompletableFuture.completedFuture(List.of(new Reply.Person(new UserName("Ana"), "host")));
    }

    @Override
    public CompletableFuture<List<Reply.LogRoom>> logRooms() {
        return CompletableFuture.completedFuture(
                List.of(new Reply.LogRoom(host.room, host.password != null, Math.min(1, host.entries.size()), host.entries.size())));
    }

    @Override
    public CompletableFuture<List<Entry>> logEntries(RoomName room, long before, int limit, Optional<String> search) {
        List<Entry> found = host.entries.stream()
                .filter(e -> e.seq() < before && e.body().contains(search.orElse("")))
                .toList();
        return CompletableFuture.completedFuture(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    @Override
    public CompletableFuture<List<Reply.Event>> logEvents(long before, int limit) {
        return CompletableFuture.completedFuture(before <= 1 ? List.of() : List.of(
                new Reply.Event(1, AT, "SERVER_START", null, null, "port 7420")));
    }

    @Override
    public void close() {
        events.add(new ClientEvent.Ended(EndReason.CLOSED, ""));
    }
}
