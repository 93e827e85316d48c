package dev.parley.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Last in the pipeline: turns what Netty says into calls of a [ControlListener].
final class SessionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);

    private final ControlListener listener;
    private @Nullable Throwable cause;
    private boolean closed;

    SessionHandler(ControlListener listener) {
        this.listener = listener;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent done when done.isSuccess() -> listener.opened(new ControlChannel(ctx.channel()));
            case SslHandshakeCompletionEvent late when late.cause() instanceof SslHandshakeTimeoutException ->
                    fail(ctx, new SocketTimeoutException("no handshake in time"));
            case SslHandshakeCompletionEvent failed -> fail(ctx, failed.cause());
            case IdleStateEvent _ -> fail(ctx, new SocketTimeoutException("nothing heard"));
            default -> ctx.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (!closed) {
                listener.frame(ByteBufUtil.getBytes((ByteBuf) message));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable() && !closed) {
            listener.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!closed) {
            closed = true;
            listener.closed(cause);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        if (thrown instanceof RuntimeException && !(thrown instanceof CodecException)) {
            LOG.error("a connection ends because of a fault in this program", thrown);
        }
        fail(ctx, thrown);
    }

    private void fail(ChannelHandlerContext ctx, Throwable thrown) {
        if (cause == null) {
            cause = thrown;
        }
        ctx.close();
    }
}
