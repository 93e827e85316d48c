package dev.parley.transport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The plaintext of a datagram.
public final class RecordsFuzz {

    private RecordsFuzz() {}

    public static void fuzzerTestOneInput(byte[] plaintext) {
        List<byte[]> messages = new ArrayList<>();
        Records.unpack(ByteBuffer.wrap(plaintext), messages::add);
        if (messages.stream().mapToInt(Records::size).sum() > plaintext.length) {
            throw new IllegalStateException("more came out than was in it");
        }
    }
}
