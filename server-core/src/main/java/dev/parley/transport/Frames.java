package dev.parley.transport;

import dev.parley.protocol.Limits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;

/// Messages in the form of the control channel, encoded once for all who get them.
///
/// ```
/// +----------------+---------------------------------+-----
/// | length (4, BE) | UTF-8 JSON (length, max 65,536) | ...
/// +----------------+---------------------------------+-----
/// ```
///
/// The memory is freed by [#close] once every channel that they were sent on has written them.
public final class Frames implements AutoCloseable {

    private final ByteBuf bytes;

    private Frames(ByteBuf bytes) {
        this.bytes = bytes;
    }

    public static Frames of(List<byte[]> messages) {
        ByteBuf bytes = Unpooled.directBuffer(messages.stream().mapToInt(m -> ControlChannel.PREFIX + m.length).sum());
        messages.forEach(m -> append(bytes, m));
        return new Frames(bytes);
    }

    static void append(ByteBuf out, byte[] json) {
        if (json.length > Limits.FRAME_BYTES) {
            throw new IllegalArgumentException("a frame has at most " + Limits.FRAME_BYTES + " bytes, not " + json.length);
        }
        out.writeInt(json.length).writeBytes(json);
    }

    public int size() {
        return bytes.readableBytes();
    }

    ByteBuf share() {
        return bytes.retainedDuplicate();
    }

    @Override
    public void close() {
        bytes.release();
    }
}
