package dev.parley.crypto;

import java.nio.ByteBuffer;

/// The 13 bytes before the ciphertext of a datagram, all big-endian and authenticated:
///
/// ```
/// version 1 | receiver index 4 | counter 8
/// ```
final class DatagramHeader {

    static final int BYTES = 13;

    /// Bytes of the tag behind the ciphertext.
    static final int TAG_BYTES = 16;

    private static final byte VERSION = 1;
    private static final int INDEX_AT = 1;
    private static final int COUNTER_AT = 5;
    private static final long MAX_INDEX = 0xFFFF_FFFFL;

    private DatagramHeader() {}

    static long requireIndex(long index) {
        if (index < 0 || index > MAX_INDEX) {
            throw new IllegalArgumentException("a receiver index has 32 bits");
        }
        return index;
    }

    static void write(byte[] header, long index, long counter) {
        header[0] = VERSION;
        for (int i = 0; i < Integer.BYTES; i++) {
            header[INDEX_AT + i] = (byte) (index >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
        }
        for (int i = 0; i < Long.BYTES; i++) {
            header[COUNTER_AT + i] = (byte) (counter >>> (Byte.SIZE * (Long.BYTES - 1 - i)));
        }
    }

    static boolean isCurrent(byte[] header) {
        return header[0] == VERSION;
    }

    static long index(byte[] header) {
        return number(header, INDEX_AT, Integer.BYTES);
    }

    static long counter(byte[] header) {
        return number(header, COUNTER_AT, Long.BYTES);
    }

    /// The receiver index of a datagram that may be of this version, else -1. Leaves the buffer as it is.
    static long indexOf(ByteBuffer datagram) {
        int at = datagram.position();
        if (datagram.remaining() < BYTES + TAG_BYTES || datagram.get(at) != VERSION) {
            return -1;
        }
        long index = 0;
        for (int i = 0; i < Integer.BYTES; i++) { // byte by byte: the buffer may have either byte order
            index = index << Byte.SIZE | Byte.toUnsignedInt(datagram.get(at + INDEX_AT + i));
        }
        return index;
    }

    private static long number(byte[] header, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << Byte.SIZE | Byte.toUnsignedInt(header[at + i]);
        }
        return number;
    }
}
