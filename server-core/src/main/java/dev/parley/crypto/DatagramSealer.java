package dev.parley.crypto;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;

/// Seals the datagrams of one way of one connection:
///
/// ```
/// version 1 | receiver index 4 | counter 8 | AES-256-GCM ciphertext | tag 16
/// ```
///
/// Numbers are big-endian; the first 13 bytes are authenticated as they are. The counter never repeats; counters of one
/// epoch (2^23) share a key ([EpochKey]). After 15 minutes under one key the counter jumps to the next epoch. One
/// thread at a time; keeps its buffers, so a datagram costs no garbage but the JDK's own. Fastest between arrays.
public final class DatagramSealer implements AutoCloseable {

    /// Bytes that a sealed datagram is longer than its plaintext.
    public static final int OVERHEAD = DatagramHeader.BYTES + DatagramHeader.TAG_BYTES;

    static final Duration REKEY_AFTER = Duration.ofMinutes(15);

    private final byte[] secret;
    private final long receiverIndex;
    private final LongSupplier nanoTime;
    private final Cipher cipher = DatagramOpener.newCipher();
    private final byte[] header = new byte[DatagramHeader.BYTES];
    private EpochKey key;
    private long epochStarted;
    private long counter;
    private boolean closed;

    /// @param keys copied; those of the way in which this side sends
    /// @param receiverIndex 32 bits by which the receiver finds the connection
    /// @param nanoTime a monotonic clock in nanoseconds, as [System#nanoTime]
    public DatagramSealer(DatagramKeys keys, long receiverIndex, LongSupplier nanoTime) {
        this(keys, receiverIndex, nanoTime, 0);
    }

    /// @param firstCounter lets tests begin near the end of an epoch; the same keys must never count twice from one
    DatagramSealer(DatagramKeys keys, long receiverIndex, LongSupplier nanoTime, long firstCounter) {
        this.receiverIndex = DatagramHeader.requireIndex(receiverIndex);
        this.secret = keys.copy();
        this.nanoTime = nanoTime;
        this.counter = firstCounter;
        this.key = EpochKey.derive(secret, EpochKey.epochOf(firstCounter));
        this.epochStarted = nanoTime.getAsLong();
    }

    /// Writes one sealed datagram to `out`. Takes all of `plaintext`; both positions move. The buffers may be on or off
    /// the heap but must not overlap.
    ///
    /// @return bytes written: the plaintext and [#OVERHEAD]
    /// @throws BufferOverflowException if `out` has too little room; nothing is written
    /// @throws IllegalStateException after [#close]
    public int seal(ByteBuffer plaintext, ByteBuffer out) {
        if (closed) {
            throw new IllegalStateException("the sealer is closed");
        }
        int length = OVERHEAD + plaintext.remaining();
        if (out.remaining() < length) {
            throw new BufferOverflowException();
        }
        long current = nextCounter();
        DatagramHeader.write(header, receiverIndex, current);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), key.nonce(current));
            cipher.updateAAD(header);
            out.put(header);
            encrypt(plaintext, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
        return length;
    }

    /// Arrays are what the JDK encrypts in one step; buffers it copies piece by piece (1.5 KB of garbage instead of 1).
    private void encrypt(ByteBuffer plaintext, ByteBuffer out) throws GeneralSecurityException {
        if (!plaintext.hasArray() || !out.hasArray()) {
            cipher.doFinal(plaintext, out);
            return;
        }
        int written = cipher.doFinal(plaintext.array(), plaintext.arrayOffset() + plaintext.position(), plaintext.remaining(),
                out.array(), out.arrayOffset() + out.position());
        plaintext.position(plaintext.limit());
        out.position(out.position() + written);
    }

    /// Zeroes the secret; the JDK cannot zero the keys made from it. Idempotent.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
        key.erase();
    }

    private long nextCounter() {
        long now = nanoTime.getAsLong();
        if (now - epochStarted >= REKEY_AFTER.toNanos()) {
            counter = EpochKey.firstCounterOf(key.epoch() + 1);
        }
        if (counter < 0) {
            throw new IllegalStateException("no counters left");
        }
        long epoch = EpochKey.epochOf(counter);
        if (epoch != key.epoch()) {
            EpochKey old = key;
            key = EpochKey.derive(secret, epoch);
            old.erase();
            epochStarted = now;
        }
        return counter++;
    }
}
