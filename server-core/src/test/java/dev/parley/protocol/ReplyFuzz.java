package dev.parley.protocol;

/// What a host says to a member.
public final class ReplyFuzz {

    private ReplyFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        try {
            Codec.decodeReply(json);
        } catch (ProtocolException e) {
            return; // refused, as it should be
        }
    }
}
