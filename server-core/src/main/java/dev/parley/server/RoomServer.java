package dev.parley.server;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;

/// The room server: accepts members on one TCP and UDP port and serves any number of rooms from one log.
///
/// Methods may be called from any thread except the server's own.
public interface RoomServer extends AutoCloseable {

    /// Binds the port. Rooms are served once they are opened, and people let in from [#accept] on.
    ///
    /// @param log closed with the server
    /// @throws PortInUseException if the port is taken and the configuration insists on it
    static RoomServer start(ServerConfig config, HostIdentity identity, MessageLog log, ServerListener listener) {
        return NettyRoomServer.start(config, identity, log, listener);
    }

    /// Lets people in. Whoever has connected before has waited for it: they find the rooms that are open by now. Idempotent.
    void accept();

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

    /// The record of an open room; empty for one that is not open.
    Optional<RoomSettings> settings(RoomName room);

    /// New options; members stay.
    ///
    /// @throws dev.parley.log.LogException if there is no such room, or nothing can be stored
    void changeOptions(RoomName room, RoomOptions options);

    /// A new password, or none; members stay. Who comes back later proves the new one. Blocks for the hash.
    ///
    /// @param password copied; empty leaves the room open to everyone
    /// @throws dev.parley.log.LogException if there is no such room, or nothing can be stored
    void changePassword(RoomName room, Optional<char[]> password);

    /// Renames a room; members stay inside and are told. The old name still leads to the room until another gets it, at
    /// the earliest after two minutes.
    ///
    /// @throws dev.parley.log.RoomExistsException if the name, or one that looks like it, is taken
    /// @throws dev.parley.log.LogException if there is no such room, or nothing can be stored
    void renameRoom(RoomName room, RoomName now);

    /// Members leave with `room-closed`; the room stays in the log and can be opened again. Lifts its bans. Nothing
    /// happens if it is not open.
    void closeRoom(RoomName room);

    /// Makes somebody leave with `kicked`.
    ///
    /// @param ban keeps the device, or the name of somebody without one, out until the room is closed
    /// @return false if nobody of that name is in the room, or it is the host
    boolean remove(RoomName room, UserName who, boolean ban);

    /// Lifts all bans of a room.
    void forgive(RoomName room);

    /// Takes no newcomers for the moment: they are refused with `paused`. Who is inside, or comes back, stays. Ends when
    /// the room is closed.
    void pause(RoomName room, boolean paused);

    /// What an announcement says.
    List<Reply.RoomInfo> rooms();

    /// Lets a client on loopback act as the owner of this host.
    String ownerToken();

    /// Tells the members, stores what is under way, and stops. Takes at most a few seconds; idempotent.
    @Override
    void close();
}
