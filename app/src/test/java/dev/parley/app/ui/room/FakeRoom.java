package dev.parley.app.ui.room;

import dev.parley.app.link.OpenRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.HostAddresses;
import dev.parley.app.session.Located;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Notice;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A room that exists only in a test, which says what happens in it.
public final class FakeRoom implements OpenRoom {

    public static final Instant NOW = Instant.parse("2026-11-20T10:06:00Z");

    public final List<String> calls = new ArrayList<>();
    /// Of what we said, in order.
    public final List<MessageId> ids = new ArrayList<>();
    public final List<Entry> entries = new ArrayList<>();
    public final List<Reply.Person> people = new ArrayList<>();
    public Optional<RuntimeException> failure = Optional.empty();
    private final Fingerprint host;
    private final UserName me;
    private final boolean own;
    private RoomName name;
    private Instant clock = NOW.minusSeconds(240);
    private Consumer<ClientEvent> listener = _ -> {};

    /// @param host one letter that makes its key
    public FakeRoom(String name, char host, String me, boolean own) {
        this.name = new RoomName(name);
        this.host = Fingerprint.parse(String.valueOf(host).repeat(42) + "A").orElseThrow();
        this.me = new UserName(me);
        this.own = own;
    }

    public FakeRoom with(String who, String role, String presence) {
        people.add(new Reply.Person(new UserName(who), role, presence));
        return this;
    }

    public void emit(ClientEvent event) {
        listener.accept(event);
    }

    /// We come in, or again.
    public void joined(boolean locked, boolean again) {
        long head = entries.size();
        emit(new ClientEvent.Joined(name, head, 0, locked, people, people.size(), Way.UDP, again));
        entries.forEach(e -> emit(new ClientEvent.Received(name, e)));
        emit(new ClientEvent.CaughtUp(name, head));
    }

    public Entry said(String from, String text) {
        clock = clock.plusSeconds(20);
        Entry entry = new Entry(entries.size() + 1L, MessageId.next(), EntryKind.TEXT, new UserName(from), clock, text);
        entries.add(entry);
        return entry;
    }

    public void says(String from, String text) {
        emit(new ClientEvent.Received(name, said(from, text)));
    }

    public void notice(Notice.Event event, String who) {
        Entry entry = new Entry(entries.size() + 1L, MessageId.next(), EntryKind.NOTICE, new UserName(who), clock,
                new Notice(event, List.of(new UserName(who))).toBody());
        entries.add(entry);
        emit(new ClientEvent.Received(name, entry));
    }

    public void types(String who) {
        emit(new ClientEvent.Typing(name, new UserName(who)));
    }

    public void offline(int seconds) {
        emit(new ClientEvent.Offline("nothing was heard", Duration.ofSeconds(seconds)));
    }

    public void left(ErrorCode code) {
        emit(new ClientEvent.Left(name, Optional.of(code)));
    }

    public void rename(String now) {
        RoomName before = name;
        name = new RoomName(now);
        emit(new ClientEvent.Renamed(before, name));
    }

    @Override
    public RoomKey key() {
        return new RoomKey(host, name);
    }

    @Override
    public UserName me() {
        return me;
    }

    @Override
    public boolean own() {
        return own;
    }

    @Override
    public Optional<Located> where() {
        if (own) {
            return Optional.empty();
        }
        InetSocketAddress address = InetSocketAddress.createUnresolved("192.168.1.20", 7420);
        return Optional.of(new Located(name, Optional.of(new UserName("Ana")),
                new HostAddresses(new FakeLookout(), List.of(address), Optional.of(host)), Optional.of(host), true));
    }

    @Override
    public void listen(Consumer<ClientEvent> heard) {
        listener = heard;
    }

    @Override
    public MessageId say(MessageText text) {
        failure.ifPresent(f -> {
            throw f;
        });
        calls.add("say " + text);
        ids.add(MessageId.next());
        return ids.getLast();
    }

    @Override
    public void whisper(UserName to, MessageText text) {
        calls.add("whisper " + to + ": " + text);
        emit(new ClientEvent.Whispered(name, me, to, text));
    }

    @Override
    public void typing() {
        calls.add("typing");
    }

    @Override
    public CompletableFuture<List<Reply.Person>> people() {
        return CompletableFuture.completedFuture(List.copyOf(people));
    }

    @Override
    public CompletableFuture<List<Entry>> history(long before, int limit, Optional<String> search) {
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        List<Entry> found = entries.stream().filter(e -> e.seq() < before && e.body().contains(search.orElse(""))).toList();
        return CompletableFuture.completedFuture(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    @Override
    public void leave() {
        calls.add("leave");
    }
}
