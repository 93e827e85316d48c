package dev.parley.server;

/// Lets tests of other packages see how much a server holds for members that do not read.
public final class Waiting {

    private Waiting() {}

    /// Bytes that wait for the one connection that is furthest behind.
    public static long bytes(RoomServer server) {
        return ((NettyRoomServer) server).mostWaiting();
    }
}
