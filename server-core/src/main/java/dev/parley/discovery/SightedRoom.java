package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;

/// A room that was found, and where. The same room name at two hosts is two rooms; the same host on two networks is one.
///
/// @param room its name
/// @param locked whether it takes a password
/// @param members people inside, as the host says
/// @param host name of the person who hosts, as the host says
/// @param hostId SHA-256 of the key that the host must prove when somebody joins, base64url
/// @param address where the host answered, TCP and UDP
public record SightedRoom(
        RoomName room, boolean locked, int members, UserName host, String hostId, InetSocketAddress address) {}
