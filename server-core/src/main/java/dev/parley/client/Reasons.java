package dev.parley.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why there is no connection, in words.
final class Reasons {

    private Reasons() {}

    /// True if somebody was there and closed the connection before the handshake was done.
    static boolean turnedAway(@Nullable Throwable cause) {
        return cause instanceof ClosedChannelException
                || (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("reset by peer"));
    }

    /// True if somebody was there and found no time for the handshake.
    static boolean silent(@Nullable Throwable cause) {
        return cause instanceof SocketTimeoutException;
    }

    static String of(@Nullable Throwable cause, String where) {
        return switch (cause) {
            case null -> "the host at " + where + " has closed the connection";
            case ClientException e -> String.valueOf(e.getMessage());
            case UnknownHostException _ -> "there is no host of the name " + where;
            case UnresolvedAddressException _ -> "there is no host of the name " + where;
            case NoRouteToHostException _ -> "there is no way to " + where + " from this network";
            case ConnectException e when String.valueOf(e.getMessage()).contains("timed out") -> "nothing answers at " + where;
            case ConnectException _ -> "nobody hosts at " + where;
            case SocketTimeoutException _ -> "nothing was heard from " + where + " for a while";
            case IOException e when turnedAway(e) -> "the host at " + where + " has closed the connection; it may be full";
            case SSLException _ -> "what answers at " + where + " is not a Parley host";
            default -> "the connection to " + where + " was lost";
        };
    }
}
