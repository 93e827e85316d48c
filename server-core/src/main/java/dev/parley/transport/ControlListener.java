package dev.parley.transport;

import org.jspecify.annotations.Nullable;

/// What happens on a control channel, told on its event loop. `opened` comes first and once, `closed` last and once;
/// a connection whose handshake fails gives only `closed`.
public interface ControlListener {

    /// The TLS handshake is done.
    void opened(ControlChannel channel);

    /// A whole frame of at most [dev.parley.protocol.Limits#FRAME_BYTES].
    void frame(byte[] json);

    /// What waited has left: more may be sent.
    void writable();

    /// @param cause why, where there is a cause beyond the peer's wish; a [java.net.SocketTimeoutException] if the handshake
    ///     was not done in time, or nothing was heard for too long
    void closed(@Nullable Throwable cause);
}
