package dev.parley.crypto;

/// Which way a sealed datagram goes. Each way has its own keys, so nothing can be sent back to its sender.
public enum Direction {
    CLIENT_TO_HOST("EXPORTER-Parley-c2h"),
    HOST_TO_CLIENT("EXPORTER-Parley-h2c");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /// Label of the TLS exporter (RFC 8446, section 7.5) under which the keys of this way are made.
    public String label() {
        return label;
    }
}
