package dev.parley.discovery;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import java.util.List;

/// What a host tells the network about itself. It is not proven: the client compares `hostId` with the key that it
/// meets when it connects.
///
/// @param hostId SHA-256 of the host's public key, 43 characters of base64url
/// @param host name of the person who hosts
/// @param port TCP and UDP port of the room server, 1 to 65,535
/// @param rooms at most 200 open rooms, the most important first
public record Announcement(String hostId, UserName host, int port, List<AnnouncedRoom> rooms) {

    /// Rooms that one host may announce, and that one list of found rooms may hold.
    public static final int MAX_ROOMS = 200;

    private static final int ID_LENGTH = 43;

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE]
    public Announcement {
        if (!isHostId(hostId)) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a host id has 43 characters of base64url");
        }
        if (port < 1 || port > 65_535) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a port is 1 to 65535");
        }
        if (rooms.size() > MAX_ROOMS) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "at most " + MAX_ROOMS + " rooms");
        }
        rooms = List.copyOf(rooms);
    }

    private static boolean isHostId(String id) {
        return id.length() == ID_LENGTH
                && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                        || c == '-' || c == '_');
    }
}
