package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever arrives in place of an honest payload ends in a [ProofException] and nothing else.
class HostileProofTest {

    private static final int ROUND1_BYTES = 197;
    private static final int ROUND2_BYTES = 99;
    private static final int MAC_BYTES = 33;

    private static final byte[] ORDER =
            HexFormat.of().parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final byte[] FIELD =
            HexFormat.of().parseHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

    private final SecureRandom random = new SecureRandom();
    private final Random mutations = new Random(7420);

    @Test
    void payloadsHaveTheDocumentedSizes() {
        Half half = halfWay();
        assertThat(bytes(half.round1)).hasSize(ROUND1_BYTES).startsWith(1);
        assertThat(bytes(half.round2)).hasSize(ROUND2_BYTES).startsWith(2);
        half.host.acceptRound2(half.round2);
        assertThat(bytes(half.host.mac())).hasSize(MAC_BYTES).startsWith(3);
    }

    @Test
    void noMutationOfTheFirstRoundIsAccepted() {
        byte[] good = bytes(halfWay().round1);
        for (int i = 0; i < 2000; i++) {
            String bad = mutate(good);
            PasswordProof host = proof(false);
            host.round1();
            refuses(() -> host.acceptRound1(bad), bad);
            assertThatIllegalStateException().isThrownBy(host::round2);
        }
    }

    @Test
    void noMutationOfTheSecondRoundIsAccepted() {
        for (int i = 0; i < 500; i++) {
            Half half = halfWay();
            String bad = mutate(bytes(half.round2));
            refuses(() -> half.host.acceptRound2(bad), bad);
            assertThatIllegalStateException().isThrownBy(half.host::mac);
        }
    }

    @Test
    void noMutationOfTheConfirmationConvinces() {
        for (int i = 0; i < 300; i++) {
            Half half = halfWay();
            half.client.acceptRound2(half.hostRound2);
            half.host.acceptRound2(half.round2);
            String bad = mutate(bytes(half.client.mac()));
            try {
                assertThat(half.host.verifyMac(bad)).isFalse();
            } catch (ProofException expected) {
                assertThat(expected).hasMessageContaining("malformed");
            }
            assertThatIllegalStateException().isThrownBy(half.host::mac);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "AQ", "AQ==", "\0", "not base64!", "ＡＱ", "\uD800"})
    void garbageIsRefused(String garbage) {
        PasswordProof host = proof(false);
        host.round1();
        refuses(() -> host.acceptRound1(garbage), garbage);
    }

    @Test
    void hugePayloadsAreRefused() {
        PasswordProof host = proof(false);
        host.round1();
        refuses(() -> host.acceptRound1("A".repeat(50_000_000)), "50 MB");
    }

    @Test
    void pointsAtInfinityOffTheCurveOrOutOfTheFieldAreRefused() {
        byte[] infinity = new byte[33];
        byte[] nowhere = new byte[33]; // x = 1 is on no point of P-256
        nowhere[0] = 2;
        nowhere[32] = 1;
        byte[] overflow = new byte[33];
        overflow[0] = 2;
        System.arraycopy(FIELD, 0, overflow, 1, 32);
        byte[] wrongKind = bytes(halfWay().round1);
        byte[] uncompressed = Arrays.copyOfRange(wrongKind, 1, 34);
        uncompressed[0] = 4;
        for (byte[] point : new byte[][] {infinity, nowhere, overflow, uncompressed}) {
            for (int at : new int[] {1, 34, 67, 132}) {
                refusesRound1With(at, point);
            }
            for (int at : new int[] {1, 34}) {
                refusesRound2With(at, point);
            }
        }
    }

    @Test
    void scalarsOfZeroOrBeyondTheOrderAreRefused() {
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xFF);
        for (byte[] scalar : new byte[][] {new byte[32], ORDER, ones}) {
            refusesRound1With(100, scalar);
            refusesRound1With(165, scalar);
            refusesRound2With(67, scalar);
        }
    }

    @Test
    void aPayloadOfAnotherRoundIsRefused() {
        Half half = halfWay();
        refuses(() -> half.host.acceptRound2(half.round1), "round 1");
        PasswordProof host = proof(false);
        host.round1();
        refuses(() -> host.acceptRound1(half.round2), "round 2");
    }

    private void refusesRound1With(int at, byte[] part) {
        byte[] payload = bytes(halfWay().round1);
        System.arraycopy(part, 0, payload, at, part.length);
        PasswordProof host = proof(false);
        host.round1();
        refuses(() -> host.acceptRound1(text(payload)), at + ": " + HexFormat.of().formatHex(part));
    }

    private void refusesRound2With(int at, byte[] part) {
        Half half = halfWay();
        byte[] payload = bytes(half.round2);
        System.arraycopy(part, 0, payload, at, part.length);
        refuses(() -> half.host.acceptRound2(text(payload)), at + ": " + HexFormat.of().formatHex(part));
    }

    private static void refuses(Runnable call, String what) {
        assertThatExceptionOfType(ProofException.class).as(what).isThrownBy(call::run);
    }

    private String mutate(byte[] good) {
        byte[] bad = good.clone();
        switch (mutations.nextInt(6)) {
            case 0 -> bad[mutations.nextInt(bad.length)] ^= (byte) (1 << mutations.nextInt(8));
            case 1 -> bad[mutations.nextInt(bad.length)] ^= (byte) (1 + mutations.nextInt(255));
            case 2 -> bad = Arrays.copyOf(bad, mutations.nextInt(bad.length));
            case 3 -> bad = Arrays.copyOf(bad, bad.length + 1 + mutations.nextInt(900));
            case 4 -> {
                int from = mutations.nextInt(bad.length - 8);
                for (int i = from; i < from + 8; i++) {
                    bad[i] = (byte) ~bad[i];
                }
            }
            case 5 -> {
                String text = text(bad);
                int at = mutations.nextInt(text.length());
                return text.substring(0, at) + "+/=. \n\0\u00E9".charAt(mutations.nextInt(8)) + text.substring(at + 1);
            }
            default -> fail("unknown mutation");
        }
        return text(bad);
    }

    private Half halfWay() {
        PasswordProof client = proof(true);
        PasswordProof host = proof(false);
        String round1 = client.round1();
        client.acceptRound1(host.round1());
        host.acceptRound1(round1);
        return new Half(client, host, round1, client.round2(), host.round2());
    }

    private PasswordProof proof(boolean client) {
        PasswordSecret secret = PasswordSecret.of(new byte[32]);
        return client ? PasswordProof.client(secret, new byte[32], "Crew", random)
                : PasswordProof.host(secret, new byte[32], "Crew", random);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record Half(PasswordProof client, PasswordProof host, String round1, String round2, String hostRound2) {}
}
