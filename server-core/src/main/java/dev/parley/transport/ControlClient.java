package dev.parley.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/// Opens control channels.
public final class ControlClient {

    private ControlClient() {}

    /// Starts to connect; the listener hears `opened`, or `closed` with the cause.
    ///
    /// @param trust made once for all attempts
    /// @param patience for the connection
    /// @param handshakeTime after it
    public static void connect(EventLoop loop, InetSocketAddress address, ClientTls trust, Duration patience, Duration handshakeTime,
            ControlListener listener) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.group())
                .channel(loop.socket())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        SslHandler tls = trust.connect(address);
                        tls.setHandshakeTimeoutMillis(handshakeTime.toMillis());
                        Pipeline.assemble(channel.pipeline(), tls, listener);
                    }
                });
        for (Map.Entry<ChannelOption<?>, Object> option : Pipeline.options(loop).entrySet()) {
            option(bootstrap, option.getKey(), option.getValue());
        }
        bootstrap.connect(address).addListener(connected -> {
            if (!connected.isSuccess()) {
                listener.closed(connected.cause());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void option(Bootstrap bootstrap, ChannelOption<?> option, Object value) {
        bootstrap.option((ChannelOption<Object>) option, value);
    }
}
