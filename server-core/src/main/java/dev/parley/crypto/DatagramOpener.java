package dev.parley.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/// Opens what a [DatagramSealer] sealed, each datagram once. Follows the sealer to any later epoch; keeps the epoch
/// before the current one for datagrams that were overtaken. Nothing that is kept changes before the tag is verified.
/// One thread at a time.
public final class DatagramOpener implements AutoCloseable {

    private final byte[] secret;
    private final long receiverIndex;
    private final Cipher cipher;
    private final byte[] header = new byte[DatagramHeader.BYTES];
    private Epoch current;
    private @Nullable Epoch previous;
    private long highest = -1;
    private boolean newest;
    private boolean closed;

    /// @param keys copied; those of the way in which the other side sends
    /// @param receiverIndex what the other side puts into its datagrams; others are refused
    public DatagramOpener(DatagramKeys keys, long receiverIndex) {
        this(keys, receiverIndex, newCipher());
    }

    /// @param cipher may be that of other openers of the same thread
    DatagramOpener(DatagramKeys keys, long receiverIndex, Cipher cipher) {
        this.cipher = cipher;
        this.receiverIndex = DatagramHeader.requireIndex(receiverIndex);
        this.secret = keys.copy();
        this.current = newEpoch(0);
    }

    /// The receiver index of a datagram, -1 if it cannot be one of ours. Proves nothing. Leaves the buffer as it is.
    /// Any thread.
    public static long indexOf(ByteBuffer datagram) {
        return DatagramHeader.indexOf(datagram);
    }

    /// Opens one datagram, which is all that remains in the buffer, and appends its plaintext to `plaintextOut`. The
    /// buffers may be on or off the heap but must not overlap.
    ///
    /// @return bytes of plaintext, or -1 for anything not authentic, seen before, too old or larger than the room in
    ///     `plaintextOut`, and after [#close]; then both positions are as before
    public int open(ByteBuffer datagram, ByteBuffer plaintextOut) {
        int length = datagram.remaining() - DatagramSealer.OVERHEAD;
        if (closed || length < 0 || length > plaintextOut.remaining()) {
            return -1;
        }
        datagram.get(datagram.position(), header);
        long counter = DatagramHeader.counter(header);
        if (!DatagramHeader.isCurrent(header) || DatagramHeader.index(header) != receiverIndex || counter < 0) {
            return -1;
        }
        Epoch epoch = epochFor(counter);
        if (epoch == null || !epoch.window.isFresh(counter)) {
            return -1;
        }
        if (!decrypt(epoch.key, counter, datagram, plaintextOut)) {
            return -1;
        }
        keep(epoch);
        epoch.window.mark(counter);
        newest = counter > highest;
        highest = Math.max(highest, counter);
        return length;
    }

    /// Whether the last datagram that was opened was sealed after all others so far. Only such a one may move the
    /// address of the other side: an older one may be a copy sent from elsewhere.
    public boolean newest() {
        return newest;
    }

    /// Zeroes the secret; the JDK cannot zero the keys made from it. Idempotent.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
        current.key.erase();
        if (previous != null) {
            previous.key.erase();
        }
    }

    static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /// A kept epoch, or a new one that is not kept yet; null for one that is over.
    private @Nullable Epoch epochFor(long counter) {
        long number = EpochKey.epochOf(counter);
        if (number == current.key.epoch()) {
            return current;
        }
        if (number > current.key.epoch()) {
            return newEpoch(number);
        }
        boolean stillOpen = previous != null && number == previous.key.epoch()
                && highest - EpochKey.firstCounterOf(current.key.epoch()) < ReplayWindow.SIZE;
        return stillOpen ? previous : null;
    }

    private void keep(Epoch epoch) {
        if (epoch.key.epoch() > current.key.epoch()) {
            if (previous != null) {
                previous.key.erase();
            }
            previous = current;
            current = epoch;
        }
    }

    private boolean decrypt(EpochKey key, long counter, ByteBuffer datagram, ByteBuffer plaintextOut) {
        int from = datagram.position();
        int to = plaintextOut.position();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key.key(), key.nonce(counter));
            cipher.updateAAD(header);
            datagram.position(from + DatagramHeader.BYTES);
            cipher.doFinal(datagram, plaintextOut);
            return true;
        } catch (GeneralSecurityException notAuthentic) {
            datagram.position(from);
            plaintextOut.position(to);
            return false;
        }
    }

    private Epoch newEpoch(long number) {
        return new Epoch(EpochKey.derive(secret, number), new ReplayWindow());
    }

    private record Epoch(EpochKey key, ReplayWindow window) {}
}
