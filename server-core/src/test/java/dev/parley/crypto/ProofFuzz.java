package dev.parley.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Payloads of a password proof, as text and as the bytes inside the text; and fingerprints.
public final class ProofFuzz {

    private ProofFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        decode(new String(input, StandardCharsets.UTF_8));
        decode(Base64.getUrlEncoder().withoutPadding().encodeToString(input));
    }

    private static void decode(String text) {
        Fingerprint.parse(text);
        expectRefusal(() -> ProofCodec.decodeRound1(text, "client"));
        expectRefusal(() -> ProofCodec.decodeRound2(text, "client"));
        expectRefusal(() -> ProofCodec.decodeMac(text));
    }

    private static void expectRefusal(Runnable decoding) {
        try {
            decoding.run();
        } catch (ProofException e) {
            return; // no honest program wrote this
        }
    }
}
