package dev.parley.discovery;

/// The TXT record of a service.
public final class DnsSdFuzz {

    private static final int PORT = 7420;

    private DnsSdFuzz() {}

    public static void fuzzerTestOneInput(byte[] txt) {
        DnsSdRoom.read(txt, PORT).ifPresent(found -> DnsSdRoom.instanceName(found.room().name()));
    }
}
