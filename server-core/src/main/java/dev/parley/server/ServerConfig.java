package dev.parley.server;

import dev.parley.log.LogSettings;
import dev.parley.protocol.Limits;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/// How a [RoomServer] behaves. Start from [#standard] and change what differs.
///
/// @param owner name of the person who hosts
/// @param bind address to listen on; empty for all
/// @param port wished port; 0 for any free one
/// @param insist true to fail when the port is taken, false to take the next free one
/// @param version name and version of the program, for clients
/// @param plainPasswords whether clients without proof may send a room password
/// @param guestsCreate whether guests may make rooms
/// @param storage how the log is written and backed up
/// @param strays answers datagrams that are not sealed ones: the discovery query
/// @param clock the time written into the log
/// @param limits what protects the host
public record ServerConfig(
        UserName owner,
        Optional<String> bind,
        int port,
        boolean insist,
        String version,
        boolean plainPasswords,
        boolean guestsCreate,
        LogSettings storage,
        BiFunction<ByteBuffer, InetSocketAddress, Optional<byte[]>> strays,
        Clock clock,
        Admission limits) {

    /// Limits of DESIGN 6: what one address, one sender and everyone together may do.
    ///
    /// @param waitingPerAddress connections of one address that are not logged in
    /// @param waiting connections that are not logged in, in all
    /// @param connections connections in all
    /// @param loginTime time for the handshake, and again for the login
    /// @param silence a rich client that sends nothing for so long is gone
    /// @param grace how long a lost member may come back unnoticed
    /// @param postsPerSecond messages per sender, on average; four seconds' worth may come at once
    /// @param rooms rooms that guests may make
    /// @param guesses wrong passwords of one address in a minute; a room takes six times as many
    public record Admission(int waitingPerAddress, int waiting, int connections, Duration loginTime, Duration silence,
            Duration grace, int postsPerSecond, int rooms, int guesses) {

        private static final int GUESSES = 5;

        /// With the usual number of guesses.
        public Admission(int waitingPerAddress, int waiting, int connections, Duration loginTime, Duration silence,
                Duration grace, int postsPerSecond, int rooms) {
            this(waitingPerAddress, waiting, connections, loginTime, silence, grace, postsPerSecond, rooms, GUESSES);
        }

        public static Admission standard() {
            return new Admission(16, 512, 10_000, Duration.ofSeconds(10), Duration.ofSeconds(44), Duration.ofMinutes(2),
                    2_000, 200);
        }
    }

    public static ServerConfig standard(UserName owner, LogSettings storage) {
        return new ServerConfig(owner, Optional.empty(), Limits.DEFAULT_PORT, false, "parley", false, true,
                storage, (datagram, from) -> Optional.empty(), Clock.systemUTC(), Admission.standard());
    }
}
