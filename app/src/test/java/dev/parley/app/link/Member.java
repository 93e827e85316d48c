package dev.parley.app.link;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.Located;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.session.WishedName;
import dev.parley.client.ClientEvent;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person at a window: links of her own, and everything that she is told.
final class Member implements AutoCloseable {

    final WindowThread window = new WindowThread();
    final FileKnownHosts known;
    final Links links;
    final Map<RoomName, OpenRoom> rooms = new LinkedHashMap<>();
    final Map<RoomName, List<ClientEvent>> events = new LinkedHashMap<>();
    private final String name;

    Member(String name, Path folder, int device) {
        this(name, device, folder.resolve(name + ".json"));
    }

    Member(String name, int device, Path knownHosts) {
        this.name = name;
        this.known = FileKnownHosts.open(knownHosts);
        byte[] secret = new byte[32];
        secret[0] = (byte) device;
        this.links = new Links(RoomClient::open, known, secret, () -> true, window);
        links.onOpen(room -> {
            RoomName first = room.key().room();
            rooms.put(first, room);
            List<ClientEvent> heard = events.computeIfAbsent(first, _ -> new ArrayList<>());
            room.listen(heard::add);
        });
    }

    Located where(int port, RoomName room, Optional<Fingerprint> expected) {
        return new RoomFinder(new FakeLookout(), known).at(new Endpoint("127.0.0.1", port), room, expected);
    }

    JoinOutcome join(Located where, String password, boolean trusted) {
        Optional<char[]> given = password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray());
        return window.answer(links.join(
                new JoinWish(where, new WishedName(Optional.of(new UserName(name)), new UserName(name)), given, trusted)));
    }

    /// With a name that the person did not choose.
    JoinOutcome joinAsAnyone(Located where) {
        return window.answer(links.join(new JoinWish(where, WishedName.of(Optional.empty(), name), Optional.empty(), true)));
    }

    JoinOutcome join(Hosting hosting, RoomName room) {
        return join(where(hosting.port(), room, Optional.of(hosting.fingerprint())), "", false);
    }

    JoinOutcome joinOwn(Hosting hosting, RoomName room) {
        return window.answer(links.joinOwn(hosting, room, new UserName(name)));
    }

    OpenRoom room(RoomName room) {
        return Optional.ofNullable(rooms.get(room)).orElseThrow();
    }

    /// Waits until a message with these words was received there.
    void hears(RoomName room, String words) {
        window.until(() -> events.getOrDefault(room, List.of()).stream()
                .anyMatch(e -> e instanceof ClientEvent.Received r && r.entry().body().equals(words)));
    }

    <T extends ClientEvent> void sees(RoomName room, Class<T> event) {
        window.until(() -> events.getOrDefault(room, List.of()).stream().anyMatch(event::isInstance));
    }

    long count(RoomName room, Class<? extends ClientEvent> event) {
        return events.getOrDefault(room, List.of()).stream().filter(event::isInstance).count();
    }

    static RoomKey key(JoinOutcome outcome) {
        if (outcome instanceof JoinOutcome.In(RoomKey key)) {
            return key;
        }
        throw new AssertionError("not inside: " + outcome);
    }

    @Override
    public void close() {
        links.close();
    }
}
