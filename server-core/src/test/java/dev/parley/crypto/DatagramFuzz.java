package dev.parley.crypto;

import java.nio.ByteBuffer;

/// Bytes on the UDP port of somebody who does not have the keys.
public final class DatagramFuzz {

    private static final long INDEX = 0x4141_4141L;
    private static final DatagramOpener OPENER = new DatagramOpener(DatagramTest.keys(1), INDEX);

    private DatagramFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        DatagramOpener.indexOf(ByteBuffer.wrap(bytes));
        ByteBuffer plaintext = ByteBuffer.allocate(1200);
        ByteBuffer datagram = ByteBuffer.wrap(bytes);
        if (OPENER.open(datagram, plaintext) >= 0 || datagram.position() != 0 || plaintext.position() != 0) {
            throw new IllegalStateException("a forged datagram was opened");
        }
    }
}
