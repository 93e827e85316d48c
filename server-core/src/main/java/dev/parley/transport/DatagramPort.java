package dev.parley.transport;

import dev.parley.protocol.Limits;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/// One UDP socket. Datagrams that the kernel will not take at once are dropped, not queued without bound: everything
/// sent here is repaired over TLS.
public final class DatagramPort implements AutoCloseable {

    private static final int SOCKET_BUFFER = 1 << 20;
    private static final int QUEUED_BYTES = 1 << 20;

    /// So many go with one system call: enough to share it, few enough that the first is on its way while the last is
    /// still being sealed, and that their buffers stay in the cache of the processor.
    private static final int TOGETHER = 32;

    private final Channel channel;
    private final ByteBuffer scratch = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
    private final ByteBuffer plaintext = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
    private int queued;

    private DatagramPort(Channel channel) {
        this.channel = channel;
    }

    /// What arrives, on the event loop. The buffer is valid during the call only.
    public interface Receiver {
        void received(ByteBuffer datagram, InetSocketAddress from);
    }

    /// Not to be called on the loop: waits.
    ///
    /// @throws IOException if the port is taken
    public static DatagramPort bind(EventLoop loop, InetSocketAddress address, Receiver receiver) throws IOException {
        ChannelFuture bound = begin(loop, address, receiver).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot use UDP on " + address, bound.cause());
        }
        return new DatagramPort(bound.channel());
    }

    /// Does not wait: the port is handed over on the loop.
    public static CompletableFuture<DatagramPort> open(EventLoop loop, InetSocketAddress address, Receiver receiver) {
        CompletableFuture<DatagramPort> port = new CompletableFuture<>();
        ChannelFuture binding = begin(loop, address, receiver);
        binding.addListener(bound -> {
            if (bound.isSuccess()) {
                port.complete(new DatagramPort(binding.channel()));
            } else {
                port.completeExceptionally(new IOException("cannot use UDP on " + address, bound.cause()));
            }
        });
        return port;
    }

    private static ChannelFuture begin(EventLoop loop, InetSocketAddress address, Receiver receiver) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.group())
                .channel(loop.datagramSocket())
                .option(ChannelOption.SO_BROADCAST, true)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(2048))
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(QUEUED_BYTES / 2, QUEUED_BYTES))
                .handler(new SimpleChannelInboundHandler<DatagramPacket>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
                        ByteBuf content = packet.content();
                        receiver.received(content.nioBuffer(), packet.sender());
                    }

                    @Override
                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                        // an ICMP error for one peer must not end the socket that serves all
                    }
                });
        return bootstrap.bind(address);
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /// An empty buffer for what one datagram held: one for all paths, because they are opened one after the other.
    ByteBuffer plaintext() {
        return plaintext.clear();
    }

    /// Queues a datagram, which goes with the next [#flush], or before when many wait. On the event loop.
    ///
    /// @param fill writes the datagram into a buffer of [Limits#DATAGRAM_BYTES] on the heap and returns its length
    public void send(InetSocketAddress to, ToIntFunction<ByteBuffer> fill) {
        if (!channel.isWritable()) {
            return;
        }
        int length = fill.applyAsInt(scratch.clear());
        ByteBuf out = channel.alloc().directBuffer(length, length).writeBytes(scratch.array(), 0, length);
        channel.write(new DatagramPacket(out, to), channel.voidPromise());
        if (++queued == TOGETHER) {
            flush();
        }
    }

    public void flush() {
        queued = 0;
        channel.flush();
    }

    /// Idempotent.
    @Override
    public void close() {
        channel.close();
    }
}
