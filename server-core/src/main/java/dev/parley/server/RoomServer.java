package dev.parley.server;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.util.List;
import java.util.Optional;

/// The room server: accepts members on one TCP and UDP port and serves any number of rooms from one log.
///
/// Methods may be called from any thread except the server's own.
public interface RoomServer extends AutoCloseable {

    /// Binds the port. Rooms are served once they are opened.
    ///
    /// @param log closed with the server
    /// @throws PortInUseException if the port is taken and the configuration insists on it
    static RoomServer start(ServerConfig config, HostIdentity identity, MessageLog log, ServerListener listener) {
        return NettyRoomServer.start(config, identity, log, listener);
    }

    /// The TCP and UDP port that is served.
    int port();

    Fingerprint fingerprint();

    /// Makes the room, or opens one that is in the log with this password and these options from now on.
    /// An empty password leaves the room open to everyone.
    void openRoom(RoomName room, Optional<char[]> password, RoomOptions options);

    /// Opens a room that is in the log with the password and the options that it had.
    ///
    /// @return false if the log does not have it
    boolean reopenRoom(RoomName room);

    /// What an announcement says.
    List<Reply.RoomInfo> rooms();

    /// Lets a client on loopback act as the owner of this host.
    String ownerToken();

    /// Tells the members, stores what is under way, and stops. Takes at most a few seconds; idempotent.
    @Override
    void close();
}
