package dev.parley.discovery;

import java.nio.ByteBuffer;

/// Answers to our broadcast question, and questions of others.
public final class BeaconFuzz {

    private BeaconFuzz() {}

    public static void fuzzerTestOneInput(byte[] datagram) {
        ByteBuffer bytes = ByteBuffer.wrap(datagram);
        HostAnswer.isQuery(bytes);
        Beacon.nonceOfQuestion(bytes);
        if (Beacon.nonceOfAnswer(bytes).isPresent()) {
            Beacon.bodyOfAnswer(bytes);
        }
        AnnouncementJson.read(bytes); // without the header that a fuzzer rarely keeps
    }
}
