package dev.parley.app.ui.shell;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Somebody without a window: joins a room of a desk and talks.
final class Guest implements AutoCloseable {

    private final RoomClient client;
    private final RoomName room;
    private final CompletableFuture<Boolean> inside = new CompletableFuture<>();

    private Guest(RoomClient client, RoomName room) {
        this.client = client;
        this.room = room;
    }

    /// @param number makes the device of the guest
    static Guest joins(Path folder, int port, String room, String name, int number) throws Exception {
        byte[] device = new byte[32];
        device[0] = (byte) number;
        InetSocketAddress host = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        RoomClient client = RoomClient.open(new ClientConfig(() -> List.of(host), new UserName(name), Optional.empty(),
                FileKnownHosts.open(folder.resolve("guest-" + number + ".json")), device, Optional.empty(), true));
        Guest guest = new Guest(client, new RoomName(room));
        Thread.ofVirtual().start(guest::read);
        client.join(guest.room, Optional.empty(), OptionalLong.empty());
        guest.inside.get(20, TimeUnit.SECONDS);
        return guest;
    }

    private void read() {
        try {
            ClientEvent event = client.next();
            while (!(event instanceof ClientEvent.Ended)) {
                if (event instanceof ClientEvent.CaughtUp) {
                    inside.complete(true);
                }
                event = client.next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void says(String words) {
        client.send(room, new MessageText(words));
    }

    void types() {
        client.typing(room);
    }

    void isAway() {
        client.present(false);
    }

    @Override
    public void close() {
        client.close();
    }
}
