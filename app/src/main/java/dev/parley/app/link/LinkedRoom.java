package dev.parley.app.link;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;
import dev.parley.client.ClientEvent;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A room on the connection of its host.
final class LinkedRoom implements OpenRoom {

    private final HostLink link;
    private final RoomClient client;
    private final Fingerprint host;
    private final UserName me;
    private final Optional<Located> where;
    private final Executor window;
    private volatile RoomName room;
    private volatile Consumer<ClientEvent> listener = _ -> {};

    /// @param where empty for a room of our own
    LinkedRoom(HostLink link, RoomClient client, Fingerprint host, UserName me, RoomName room, Optional<Located> where, Executor window) {
        this.link = link;
        this.client = client;
        this.host = host;
        this.me = me;
        this.room = room;
        this.where = where;
        this.window = window;
    }

    @Override
    public RoomKey key() {
        return new RoomKey(host, room);
    }

    @Override
    public UserName me() {
        return me;
    }

    @Override
    public boolean own() {
        return where.isEmpty();
    }

    @Override
    public Optional<Located> where() {
        return where;
    }

    @Override
    public void listen(Consumer<ClientEvent> heard) {
        listener = heard;
    }

    /// On the executor of the window.
    void happened(ClientEvent event) {
        listener.accept(event);
    }

    void renamed(RoomName now) {
        room = now;
    }

    @Override
    public MessageId say(MessageText text) {
        return client.send(room, text);
    }

    @Override
    public void whisper(UserName to, MessageText text) {
        client.active();
        client.whisper(room, to, text);
    }

    @Override
    public void typing() {
        client.typing(room);
    }

    @Override
    public CompletableFuture<List<Reply.Person>> people() {
        return inWindow(client.people(room));
    }

    @Override
    public CompletableFuture<List<Entry>> history(long before, int limit, Optional<String> search) {
        return inWindow(client.history(room, before, limit, search));
    }

    private <T> CompletableFuture<T> inWindow(CompletableFuture<T> answer) {
        CompletableFuture<T> there = new CompletableFuture<>();
        answer.whenComplete((value, failure) -> window.execute(() -> {
            if (failure == null) {
                there.complete(value);
            } else {
                boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                there.completeExceptionally(wrapped ? failure.getCause() : failure);
            }
        }));
        return there;
    }

    @Override
    public void leave() {
        link.leave(this);
    }
}
