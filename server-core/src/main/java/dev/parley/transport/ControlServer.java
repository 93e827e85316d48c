package dev.parley.transport;

import dev.parley.crypto.HostIdentity;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/// Accepts control channels on one TCP port.
public final class ControlServer implements AutoCloseable {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final Channel channel;

    private ControlServer(Channel channel) {
        this.channel = channel;
    }

    /// Binds the port. Who connects waits in the system's queue until [#accept].
    ///
    /// @param handshakes runs the expensive steps of TLS handshakes, so that they do not hold up the loop
    /// @param accept decides on a connection before any work is done for it: a listener, or empty to drop it. With the
    ///     peer it gets what closes the connection at any later time, on the loop
    /// @throws IOException if the port is taken or the address is not ours
    public static ControlServer bind(EventLoop loop, InetSocketAddress address, HostIdentity identity, Duration handshakeTime,
            Executor handshakes, BiFunction<InetAddress, Runnable, Optional<ControlListener>> accept) throws IOException {
        TlsEngines tls = TlsEngines.forServer(identity);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop.group())
                .channel(loop.serverSocket())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.AUTO_READ, false) // of this channel, reading is accepting
                .option(ChannelOption.SO_REUSEADDR, !WINDOWS) // on Windows it would let others take the port
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel child) {
                        InetAddress peer = ((InetSocketAddress) child.remoteAddress()).getAddress();
                        Optional<ControlListener> listener = accept.apply(peer, child::close);
                        if (listener.isEmpty()) {
                            child.close();
                            return;
                        }
                        SslHandler handler = tls.accept(handshakes);
                        handler.setHandshakeTimeoutMillis(handshakeTime.toMillis());
                        Pipeline.assemble(child.pipeline(), handler, listener.get());
                    }
                });
        for (Map.Entry<ChannelOption<?>, Object> option : Pipeline.options(loop).entrySet()) {
            childOption(bootstrap, option.getKey(), option.getValue());
        }
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address, bound.cause());
        }
        return new ControlServer(bound.channel());
    }

    @SuppressWarnings("unchecked")
    private static void childOption(ServerBootstrap bootstrap, ChannelOption<?> option, Object value) {
        bootstrap.childOption((ChannelOption<Object>) option, value);
    }

    /// Accepts who waits, and whoever comes.
    public void accept() {
        channel.config().setAutoRead(true);
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /// Stops accepting; open connections stay. Idempotent.
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }
}
