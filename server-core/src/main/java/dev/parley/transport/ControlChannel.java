package dev.parley.transport;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.TlsExporter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// One established TLS connection that carries frames. All methods on its event loop.
public final class ControlChannel {

    /// Bytes that may wait for a peer before [#writable] turns false. Whoever asks before it sends at most half as much at
    /// once keeps below 256 KiB.
    public static final int HIGH_WATER = 160 * 1024;

    /// Bytes of the length before each frame, big endian.
    public static final int PREFIX = 4;

    private final Channel channel;

    ControlChannel(Channel channel) {
        this.channel = channel;
    }

    /// Sends one frame.
    public void send(byte[] json) {
        ByteBuf out = channel.alloc().directBuffer(PREFIX + json.length);
        Frames.append(out, json);
        channel.writeAndFlush(out, channel.voidPromise());
    }

    /// Sends all frames in one write; the same frames may go to many channels.
    public void send(Frames frames) {
        channel.writeAndFlush(frames.share(), channel.voidPromise());
    }

    /// False while more than [#HIGH_WATER] bytes wait; the listener is told when it turns true again.
    public boolean writable() {
        return channel.isWritable();
    }

    /// Bytes that wait for the peer.
    public long waiting() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /// Stops and resumes reading from the network.
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /// From now on a peer that is silent for so long is closed as dead.
    public void closeWhenSilent(Duration silence) {
        channel.pipeline().addBefore(Pipeline.SESSION, Pipeline.SILENCE,
                new IdleStateHandler(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS));
    }

    /// Keys that only the two ends of this connection have.
    public TlsExporter exporter() {
        return TlsExporter.of(session());
    }

    /// The key that the host has proven to have, on the client's side.
    ///
    /// @throws IllegalStateException on the host's side
    public Fingerprint hostKey() {
        try {
            return Fingerprint.of(session().getPeerCertificates()[0].getPublicKey());
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("people have no certificates", e);
        }
    }

    private SSLSession session() {
        return ((SslHandler) channel.pipeline().get(Pipeline.TLS)).engine().getSession();
    }

    public InetSocketAddress remote() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    /// True if the peer is a program of this machine.
    public boolean sameMachine() {
        InetAddress peer = remote().getAddress();
        return peer.isLoopbackAddress() || peer.equals(((InetSocketAddress) channel.localAddress()).getAddress());
    }

    /// Closes after what was sent has left.
    public void closeAfterWrites() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /// Closes at once. Idempotent.
    public void close() {
        channel.close();
    }
}
