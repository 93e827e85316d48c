package dev.parley.app.session;

import dev.parley.app.DataFolder;
import dev.parley.app.DeviceKey;
import dev.parley.app.HostNote;
import dev.parley.client.ClientConfig;
import dev.parley.crypto.Fingerprint;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.RoomSettings;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rooms that are open, on a server of this process. Safe for any thread; what changes a room waits for the disk.
public final class Hosting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hosting.class);

    private final DataFolder folder;
    private final HostWish wish;
    private final HostStart start;
    private final RoomServer server;
    private final RoomOpening opening;
    private final Announcing announcing;
    private final HostNote note;
    private final byte[] device;
    private final AtomicBoolean closed = new AtomicBoolean();

    Hosting(DataFolder folder, HostWish wish, HostStart start, RoomServer server, RoomOpening opening,
            Announcing announcing, HostNote note, byte[] device) {
        this.folder = folder;
        this.wish = wish;
        this.start = start;
        this.server = server;
        this.opening = opening;
        this.announcing = announcing;
        this.note = note;
        this.device = device;
    }

    /// Opens the log, makes or opens the room, binds the port and announces it.
    ///
    /// @param listener told on the server's thread: must return at once
    /// @throws SessionException `log-busy`, `name-looks-alike`, `bad-bind`
    /// @throws dev.parley.server.PortInUseException if the port that was asked for is taken
    /// @throws dev.parley.log.LogException if the log cannot be opened
    /// @throws dev.parley.crypto.IdentityException if the identity cannot be read
    /// @throws UncheckedIOException if the data folder cannot be used
    public static Hosting start(DataFolder folder, HostWish wish, ServerListener listener, SecureRandom random, Clock clock) {
        try {
            folder.create();
            byte[] device = DeviceKey.loadOrCreate(folder.deviceKey(), random);
            Hosting hosting = new HostStarter(folder, wish, listener, random, clock).start(device);
            LOG.info("hosting on port {}, {}", hosting.port(), hosting.found());
            return hosting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port that a host on this folder would take.
    public static int portOf(DataFolder folder) throws IOException {
        return LastPort.read(folder);
    }

    /// What became of the log.
    public HostStart found() {
        return start;
    }

    /// The room that it was started with.
    public RoomName room() {
        return wish.room();
    }

    public int port() {
        return server.port();
    }

    public Fingerprint fingerprint() {
        return server.fingerprint();
    }

    /// Opens one more room, or changes one that is open.
    ///
    /// @throws SessionException `name-looks-alike`, or what the wish says of a room that is not in the log
    /// @throws dev.parley.log.LogException if it cannot be stored
    public void open(RoomWish room) {
        Optional<RoomPassword> password = opening.password(room);
        try {
            opening.open(server, room, password);
        } finally {
            password.ifPresent(RoomPassword::close);
        }
    }

    /// The rooms that are open.
    public List<Reply.RoomInfo> rooms() {
        return server.rooms();
    }

    /// Empty if the room is not open.
    public Optional<RoomSettings> settings(RoomName room) {
        return server.settings(room);
    }

    /// @throws dev.parley.log.LogException if it is not there, or cannot be stored
    public void changeOptions(RoomName room, RoomOptions options) {
        server.changeOptions(room, options);
    }

    /// Takes effect for whoever comes from now on.
    ///
    /// @param password wiped
    /// @throws dev.parley.log.LogException if the room is not there, or nothing can be stored
    public void changePassword(RoomName room, RoomPassword password) {
        try (password) {
            server.changePassword(room, RoomOpening.words(password));
        }
    }

    /// @throws dev.parley.log.RoomExistsException if the name, or one that looks like it, is taken
    /// @throws dev.parley.log.LogException if the room is not there, or nothing can be stored
    public void rename(RoomName room, RoomName now) {
        server.renameRoom(room, now);
    }

    /// Everybody leaves the room; it stays in the log.
    public void close(RoomName room) {
        server.closeRoom(room);
    }

    /// Makes somebody leave.
    ///
    /// @param ban keeps them out until the room is closed
    /// @return false if they are not there, or it is the host
    public boolean remove(RoomName room, UserName who, boolean ban) {
        return server.remove(room, who, ban);
    }

    /// Lifts all bans of a room.
    public void forgive(RoomName room) {
        server.forgive(room);
    }

    /// Takes no newcomers, or takes them again.
    public void pause(RoomName room, boolean paused) {
        server.pause(room, paused);
    }

    /// True if the room takes a password.
    public boolean isLocked() {
        return server.rooms().stream().anyMatch(r -> r.name().equals(wish.room()) && r.locked());
    }

    /// Where others reach this host, the most useful first; loopback only where there is no network.
    public List<InetSocketAddress> addresses() {
        return HostPlaces.reachable(wish.bind(), server.port());
    }

    /// The same, with the networks that they belong to. Asks the system: some milliseconds, on Windows more.
    public List<HostPlace> places() {
        return HostPlaces.places(wish.bind(), server.port());
    }

    /// A link to the room by the first address.
    public Invite invite() {
        return new Invite(Endpoint.of(addresses().getFirst()), wish.room(), Optional.of(server.fingerprint()));
    }

    /// How the host's own client connects: over loopback, as the owner.
    public ClientConfig ownClient(UserName name) {
        InetSocketAddress here = new InetSocketAddress(note.address(), note.port());
        return new ClientConfig(() -> List.of(here), name, Optional.of(server.fingerprint()),
                new OwnHost(server.fingerprint()), device, Optional.of(server.ownerToken()), true);
    }

    /// Says goodbye to members and network, stores what is under way, and stops. A few seconds at most; idempotent.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            note.remove(folder.hostNote());
        } catch (IOException e) {
            // it will be recognised as stale
        }
        Thread goodbye = Thread.startVirtualThread(announcing::close);
        server.close();
        try {
            goodbye.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Arrays.fill(device, (byte) 0);
        LOG.info("closed");
    }
}
