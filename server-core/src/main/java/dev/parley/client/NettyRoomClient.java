package dev.parley.client;

import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The client's outer side: takes calls from any thread to the event loop, and hands events to the reader.
final class NettyRoomClient implements RoomClient {

    private static final int OUTBOX = 10_000;
    private static final long FAREWELL_MILLIS = 1_000;

    private final EventLoop loop;
    private final Optional<DatagramPort> port;
    private final EventQueue events;
    private final Dialogue dialogue;
    private final SecureRandom random;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean ended;

    private NettyRoomClient(ClientConfig config) {
        this.random = new SecureRandom();
        this.loop = EventLoop.start("parley-client");
        this.events = new EventQueue(this::roomAgain);
        this.dialogue = new Dialogue(loop, config, random, this::happened);
        this.port = config.datagrams() ? bind(loop, dialogue) : Optional.empty();
    }

    static NettyRoomClient open(ClientConfig config) {
        NettyRoomClient client = new NettyRoomClient(config);
        client.loop.execute(() -> client.dialogue.start(client.port, client.events::full));
        return client;
    }

    /// Without a UDP socket everything goes over TLS.
    private static Optional<DatagramPort> bind(EventLoop loop, Dialogue dialogue) {
        try {
            return Optional.of(DatagramPort.bind(loop, new InetSocketAddress(0), dialogue::datagram));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void happened(ClientEvent event) {
        if (event instanceof ClientEvent.Sent || event instanceof ClientEvent.Refused) {
            unsent.decrementAndGet();
        }
        if (event instanceof ClientEvent.Ended) {
            ended = true;
        }
        events.add(event);
        if (events.full()) {
            dialogue.reading(false);
        }
    }

    private void roomAgain() {
        loop.execute(() -> dialogue.reading(true));
    }

    @Override
    public ClientEvent next() throws InterruptedException {
        return events.poll(Duration.ofDays(365)).orElseThrow();
    }

    @Override
    public Optional<ClientEvent> poll(Duration atMost) throws InterruptedException {
        return events.poll(atMost);
    }

    @Override
    public void join(RoomName room, Optional<char[]> password, OptionalLong after) {
        join(new Membership.Wish(room, prover(password), after, OptionalInt.empty()));
    }

    @Override
    public void joinLatest(RoomName room, Optional<char[]> password, int last) {
        if (last < 0) {
            throw new IllegalArgumentException("a room has no negative number of entries");
        }
        join(new Membership.Wish(room, prover(password), OptionalLong.empty(), OptionalInt.of(last)));
    }

    private Optional<Prover> prover(Optional<char[]> password) {
        return password.map(p -> new Prover(p, random));
    }

    private void join(Membership.Wish wish) {
        loop.execute(() -> dialogue.join(wish));
    }

    @Override
    public void leave(RoomName room) {
        loop.execute(() -> dialogue.leave(room));
    }

    @Override
    public MessageId send(RoomName room, MessageText text) {
        if (ended || closed.get()) {
            throw new IllegalStateException("this client has ended");
        }
        if (unsent.incrementAndGet() > OUTBOX) {
            unsent.decrementAndGet();
            throw new IllegalStateException("too many messages wait to be sent");
        }
        MessageId id = MessageId.next();
        loop.execute(() -> dialogue.post(room, id, text));
        return id;
    }

    @Override
    public void whisper(RoomName room, UserName to, MessageText text) {
        loop.execute(() -> dialogue.say(new Request.Whisper(room, to, text)));
    }

    @Override
    public void active() {
        loop.execute(dialogue::active);
    }

    @Override
    public void typing(RoomName room) {
        loop.execute(() -> dialogue.typing(room));
    }

    @Override
    public void present(boolean here) {
        loop.execute(() -> dialogue.present(here));
    }

    @Override
    public int unsent() {
        return unsent.get();
    }

    @Override
    public CompletableFuture<List<Reply.RoomInfo>> rooms() {
        return ask(new Request.ListNames(), Reply.RoomList.class)
                .thenApply(list -> Optional.ofNullable(list.rooms()).orElse(List.of()));
    }

    @Override
    public CompletableFuture<List<Reply.Person>> people(RoomName room) {
        return people(room, new ArrayList<>());
    }

    private CompletableFuture<List<Reply.Person>> people(RoomName room, List<Reply.Person> soFar) {
        return ask(new Request.People(room, soFar.size()), Reply.People.class).thenCompose(page -> {
            soFar.addAll(page.people());
            boolean more = !page.people().isEmpty() && soFar.size() < page.count();
            return more ? people(room, soFar) : CompletableFuture.completedFuture(List.copyOf(soFar));
        });
    }

    @Override
    public CompletableFuture<List<Entry>> history(RoomName room, long before, int limit, Optional<String> search) {
        try {
            return ask(new Request.History(room, before, limit, search.orElse(null)), Reply.HistoryPage.class)
                    .thenApply(Reply.HistoryPage::entries);
        } catch (ProtocolException e) {
            return CompletableFuture.failedFuture(new ClientException(e.text(), Optional.of(e.code())));
        }
    }

    @Override
    public CompletableFuture<List<Reply.LogRoom>> logRooms() {
        return ask(new Request.LogRooms(), Reply.LogRooms.class).thenApply(Reply.LogRooms::rooms);
    }

    @Override
    public CompletableFuture<List<Entry>> logEntries(RoomName room, long before, int limit, Optional<String> search) {
        return ask(new Request.LogEntries(room, before, limit, search.orElse(null)), Reply.LogEntries.class)
                .thenApply(Reply.LogEntries::entries);
    }

    @Override
    public CompletableFuture<List<Reply.Event>> logEvents(long before, int limit) {
        return ask(new Request.LogEvents(before, limit), Reply.LogEvents.class).thenApply(Reply.LogEvents::events);
    }

    private <T extends Reply> CompletableFuture<T> ask(Request request, Class<T> answer) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        loop.execute(() -> dialogue.ask(request, reply));
        Function<Reply, T> cast = r -> {
            if (!answer.isInstance(r)) {
                throw new ClientException("The host's answer makes no sense.", Optional.empty());
            }
            return answer.cast(r);
        };
        return reply.thenApply(cast);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture<Void> farewell = new CompletableFuture<>();
        loop.execute(() -> dialogue.close(farewell));
        farewell.completeOnTimeout(null, FAREWELL_MILLIS, TimeUnit.MILLISECONDS).join();
        port.ifPresent(DatagramPort::close);
        loop.close();
        dialogue.release();
    }
}
