package dev.parley.transport;

import dev.parley.crypto.DatagramSealer;
import dev.parley.protocol.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/// The plaintext of a sealed datagram: messages one after the other, each with its length before it.
///
/// ```
/// +----------------+------------------------+----------------+-----
/// | length (2, BE) | UTF-8 JSON (length)    | length (2, BE) | ...
/// +----------------+------------------------+----------------+-----
/// ```
public final class Records {

    /// Bytes of plaintext that fit a datagram.
    public static final int CAPACITY = Limits.DATAGRAM_BYTES - DatagramSealer.OVERHEAD;

    private static final int PREFIX = 2;

    private Records() {}

    /// Bytes that a message of that length takes.
    public static int size(byte[] json) {
        return PREFIX + json.length;
    }

    /// Packs messages that fit together, see [#size] and [#CAPACITY].
    public static byte[] pack(List<byte[]> messages) {
        ByteBuffer out = ByteBuffer.allocate(messages.stream().mapToInt(Records::size).sum());
        for (byte[] json : messages) {
            out.putShort((short) json.length).put(json);
        }
        return out.array();
    }

    /// Hands out each message; stops at the first length that cannot be.
    public static void unpack(ByteBuffer plaintext, Consumer<byte[]> message) {
        while (plaintext.remaining() > PREFIX) {
            int length = Short.toUnsignedInt(plaintext.getShort());
            if (length == 0 || length > plaintext.remaining()) {
                return;
            }
            byte[] json = new byte[length];
            plaintext.get(json);
            message.accept(json);
        }
    }
}
