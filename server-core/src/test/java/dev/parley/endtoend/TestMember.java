package dev.parley.endtoend;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// A member that collects everything it is told.
final class TestMember implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("parley.test.patience", 30));

    static final Duration POLL = Duration.ofMillis(10);

    private final RoomClient client;
    private final List<ClientEvent> events = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /// @param folder keeps the pinned keys
    TestMember(String name, int port, Path folder) {
        this(new ClientConfig(() -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), new UserName(name), Optional.empty(),
                FileKnownHosts.open(folder.resolve("known-hosts.json")), Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32),
                Optional.empty(), true));
    }

    TestMember(ClientConfig config) {
        client = RoomClient.open(config);
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            ClientEvent event;
            do {
                event = client.next();
                events.add(event);
            } while (!(event instanceof ClientEvent.Ended));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    RoomClient client() {
        return client;
    }

    TestMember join(RoomName room) {
        client.join(room, Optional.empty(), OptionalLong.empty());
        await(ClientEvent.CaughtUp.class);
        return this;
    }

    TestMember join(RoomName room, String password) {
        client.join(room, Optional.of(password.toCharArray()), OptionalLong.empty());
        await(ClientEvent.CaughtUp.class);
        return this;
    }

    MessageId say(RoomName room, String text) {
        return client.send(room, new MessageText(text));
    }

    List<ClientEvent> events() {
        return List.copyOf(events);
    }

    <T extends ClientEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// The way of datagrams as the client told it last; empty if it told nothing yet.
    Optional<Way> way() {
        return events(ClientEvent.WayChanged.class).reversed().stream().map(ClientEvent.WayChanged::now).findFirst();
    }

    /// Waits for an event of that type and returns the first.
    <T extends ClientEvent> T await(Class<T> type) {
        return Awaitility.await(type.getSimpleName()).atMost(PATIENCE).pollInterval(POLL).until(() -> events(type), l -> !l.isEmpty()).getFirst();
    }

    /// Every entry that was received, in the order of arrival.
    List<Entry> entries() {
        return events(ClientEvent.Received.class).stream().map(ClientEvent.Received::entry).toList();
    }

    List<String> texts() {
        return entries().stream().filter(e -> e.kind() == EntryKind.TEXT).map(Entry::body).toList();
    }

    void awaitTexts(int count) {
        Awaitility.await("texts").atMost(PATIENCE).pollInterval(POLL).until(() -> texts().size() >= count);
    }

    @Override
    public void close() {
        client.close();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
