package dev.parley.transport;

import dev.parley.protocol.Limits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;

/// The stream inside TLS, in pieces as the network may cut it: the first byte says how large.
public final class FramesFuzz {

    private FramesFuzz() {}

    public static void fuzzerTestOneInput(byte[] stream) {
        EmbeddedChannel channel = new EmbeddedChannel(Pipeline.frames());
        int step = stream.length == 0 ? 1 : 1 + Byte.toUnsignedInt(stream[0]);
        try {
            for (int at = 0; at < stream.length; at += step) {
                channel.writeInbound(Unpooled.copiedBuffer(stream, at, Math.min(step, stream.length - at)));
            }
            for (ByteBuf frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
                if (frame.readableBytes() > Limits.FRAME_BYTES) {
                    throw new IllegalStateException("a frame of " + frame.readableBytes() + " bytes");
                }
                frame.release();
            }
        } catch (TooLongFrameException e) {
            return; // ends the connection
        } finally {
            channel.finishAndReleaseAll();
        }
    }
}
