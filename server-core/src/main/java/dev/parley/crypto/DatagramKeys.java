package dev.parley.crypto;

import java.util.Arrays;

/// The secret from which the datagrams of one way of one connection are sealed: 44 bytes from the TLS exporter. Zeroed
/// by [#close]; sealers and openers have their own copy. Any thread.
public final class DatagramKeys implements AutoCloseable {

    /// Bytes to export for one way.
    public static final int BYTES = 44;

    private final byte[] secret;
    private boolean closed;

    private DatagramKeys(byte[] secret) {
        this.secret = secret;
    }

    /// The keys of one way of the connection behind the exporter.
    public static DatagramKeys export(Direction direction, TlsExporter exporter) {
        byte[] exported = exporter.export(direction.label(), BYTES);
        try {
            return of(exported);
        } finally {
            Arrays.fill(exported, (byte) 0);
        }
    }

    /// Keys from exported bytes.
    ///
    /// @param exported 44 bytes, copied
    public static DatagramKeys of(byte[] exported) {
        if (exported.length != BYTES) {
            throw new IllegalArgumentException("datagram keys are made from " + BYTES + " bytes");
        }
        return new DatagramKeys(exported.clone());
    }

    /// Zeroes this copy of the secret. Idempotent.
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "DatagramKeys";
    }

    /// @throws IllegalStateException after [#close]
    synchronized byte[] copy() {
        if (closed) {
            throw new IllegalStateException("the datagram keys are closed");
        }
        return secret.clone();
    }
}
