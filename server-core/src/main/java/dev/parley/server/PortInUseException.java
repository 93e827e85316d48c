package dev.parley.server;

/// The wished port is taken by another program.
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;
    private final int free;

    public PortInUseException(int port, int free) {
        super("port " + port + " is in use; " + free + " is free");
        this.port = port;
        this.free = free;
    }

    public int port() {
        return port;
    }

    /// The next port that is free for TCP and UDP.
    public int free() {
        return free;
    }
}
