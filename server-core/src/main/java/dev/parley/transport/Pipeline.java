package dev.parley.transport;

import dev.parley.protocol.Limits;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslHandler;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/// The handlers of a control channel, in order, and its socket options; the same for both sides.
///
/// ```
///  socket -> tls -> frames -> flow -> (silence) -> session
/// ```
final class Pipeline {

    static final String TLS = "tls";
    static final String FRAMES = "frames";
    static final String FLOW = "flow";
    static final String SILENCE = "silence";
    static final String SESSION = "session";

    /// A peer that does not answer the kernel's probes is gone after 14 + 3 x 10 seconds, plain clients included.
    private static final int KEEP_IDLE_SECONDS = 14;
    private static final int KEEP_INTERVAL_SECONDS = 10;
    private static final int KEEP_COUNT = 3;

    private Pipeline() {}

    static void assemble(ChannelPipeline pipeline, SslHandler tls, ControlListener listener) {
        pipeline.addLast(TLS, tls);
        pipeline.addLast(FRAMES, frames());
        pipeline.addLast(FLOW, new FlowControlHandler()); // one read may hold thousands of frames: none after reading was stopped
        pipeline.addLast(SESSION, new SessionHandler(listener));
    }

    /// Refuses a length beyond the limit before anything is allocated for it.
    static ChannelHandler frames() {
        return new LengthFieldBasedFrameDecoder(
                ControlChannel.PREFIX + Limits.FRAME_BYTES, 0, ControlChannel.PREFIX, 0, ControlChannel.PREFIX);
    }

    static Map<ChannelOption<?>, Object> options(EventLoop loop) {
        WriteBufferWaterMark marks = new WriteBufferWaterMark(ControlChannel.HIGH_WATER / 4, ControlChannel.HIGH_WATER);
        if (loop.epoll()) {
            return Map.of(
                    ChannelOption.TCP_NODELAY, true,
                    ChannelOption.SO_KEEPALIVE, true,
                    ChannelOption.WRITE_BUFFER_WATER_MARK, marks,
                    EpollChannelOption.TCP_KEEPIDLE, KEEP_IDLE_SECONDS,
                    EpollChannelOption.TCP_KEEPINTVL, KEEP_INTERVAL_SECONDS,
                    EpollChannelOption.TCP_KEEPCNT, KEEP_COUNT,
                    EpollChannelOption.TCP_USER_TIMEOUT, 1000 * (KEEP_IDLE_SECONDS + KEEP_INTERVAL_SECONDS * KEEP_COUNT));
        }
        return Map.of(
                ChannelOption.TCP_NODELAY, true,
                ChannelOption.SO_KEEPALIVE, true,
                ChannelOption.WRITE_BUFFER_WATER_MARK, marks,
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEP_IDLE_SECONDS,
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), KEEP_INTERVAL_SECONDS,
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), KEEP_COUNT);
    }
}
