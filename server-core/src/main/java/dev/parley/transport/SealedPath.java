package dev.parley.transport;

import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The sealed datagrams of one connection, one end. The peer's address is where its newest authentic datagram came
/// from (roaming); until there was one, an end that was not told an address sends nothing. On the event loop.
public final class SealedPath implements AutoCloseable {

    private final DatagramPort port;
    private final DatagramSealer sealer;
    private final DatagramOpener opener;
    private final LongSupplier nanos;
    private Optional<InetSocketAddress> peer;
    private long heardAt;
    private boolean heard;

    /// @param peer where to send before anything was heard; empty on the host, which must not be made to send
    public SealedPath(DatagramPort port, DatagramSealer sealer, DatagramOpener opener, Optional<InetSocketAddress> peer,
            LongSupplier nanos) {
        this.port = port;
        this.sealer = sealer;
        this.opener = opener;
        this.peer = peer;
        this.nanos = nanos;
    }

    /// Opens a datagram and hands out its messages; anything that is not authentic and new is dropped in silence.
    public void receive(ByteBuffer datagram, InetSocketAddress from, Consumer<byte[]> message) {
        ByteBuffer plaintext = port.plaintext();
        int length = opener.open(datagram, plaintext);
        if (length < 0) {
            return;
        }
        heard = true;
        heardAt = nanos.getAsLong();
        if (opener.newest()) {
            peer = Optional.of(from);
        }
        Records.unpack(plaintext.flip().limit(length), message);
    }

    /// Queues one datagram, see [Records#pack]; [DatagramPort#flush] sends it. Nothing happens without an address.
    public void send(byte[] packed) {
        peer.ifPresent(to -> port.send(to, out -> sealer.seal(ByteBuffer.wrap(packed), out)));
    }

    public void flush() {
        port.flush();
    }

    /// Nanoseconds since the newest authentic datagram came, the largest number if none did.
    public long silence() {
        return heard ? nanos.getAsLong() - heardAt : Long.MAX_VALUE;
    }

    @Override
    public void close() {
        sealer.close();
        opener.close();
    }
}
