package dev.parley.log.h2;

import java.nio.ByteBuffer;

/// A batch whose checksum is right: the file may have been made by anyone.
public final class JournalFuzz {

    private JournalFuzz() {}

    public static void fuzzerTestOneInput(byte[] batch) {
        try {
            JournalCodec.decode(ByteBuffer.wrap(batch));
        } catch (DamagedException e) {
            // said in one way, whatever is wrong
        }
    }
}
