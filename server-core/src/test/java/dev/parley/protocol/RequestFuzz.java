package dev.parley.protocol;

/// What a member says to a host.
public final class RequestFuzz {

    private RequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        try {
            Codec.Decoded<Request> decoded = Codec.decodeRequest(json);
            Codec.decodeRequest(Codec.encode(decoded.message(), decoded.id()));
        } catch (ProtocolException e) {
            Codec.encode(Codec.refusal(json, e), null);
        }
    }
}
