package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordProofTest {

    private static final String ROOM = "Physik 2B | 物理";
    private static final byte[] BINDING = binding(1);

    private final SecureRandom random = new SecureRandom();

    @Test
    void equalSecretsConvinceBothSides() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(1, ROOM, BINDING);
        exchange(client, host);
        assertThat(host.verifyMac(client.mac())).isTrue();
        assertThat(client.verifyMac(host.mac())).isTrue();
    }

    @Test
    void theTwoMessagesOfTheClientMayTravelTogether() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(1, ROOM, BINDING);
        String challenge = host.round1();
        String rounds = client.round1();
        client.acceptRound1(challenge);
        String rounds2 = client.round2();
        host.acceptRound1(rounds);
        String answer = host.round2();
        host.acceptRound2(rounds2);
        client.acceptRound2(answer);
        String hostMac = host.mac();
        assertThat(host.verifyMac(client.mac())).isTrue();
        assertThat(client.verifyMac(hostMac)).isTrue();
    }

    @Test
    void differentSecretsConvinceNobody() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(2, ROOM, BINDING);
        exchange(client, host);
        String mac = host.mac();
        assertThat(host.verifyMac(client.mac())).isFalse();
        assertThat(client.verifyMac(mac)).isFalse();
    }

    @Test
    void aHostThatWasNotConvincedGivesNothingAway() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(2, ROOM, BINDING);
        exchange(client, host);
        String guess = client.mac();
        assertThat(host.verifyMac(guess)).isFalse();
        assertThatIllegalStateException().isThrownBy(host::mac);
        assertThatIllegalStateException().isThrownBy(() -> host.verifyMac(guess));
    }

    @Test
    void aRelayBetweenTwoConnectionsFails() {
        assertRefusedAtOnce(client(1, ROOM, BINDING), host(1, ROOM, binding(2)));
    }

    @Test
    void anotherRoomFails() {
        assertRefusedAtOnce(client(1, ROOM, BINDING), host(1, "Crew", BINDING));
    }

    @Test
    void aProofIsNotSentBackToItsMaker() {
        PasswordProof client = client(1, ROOM, BINDING);
        String mine = client.round1();
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> client.acceptRound1(mine));
        assertRefusedAtOnce(client(1, ROOM, BINDING), client(1, ROOM, BINDING));
    }

    @Test
    void aSecondRoundOrConfirmationIsNotSentBackEither() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(1, ROOM, BINDING);
        client.round1();
        client.acceptRound1(host.round1());
        String mine = client.round2();
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> client.acceptRound2(mine));

        PasswordProof other = client(1, ROOM, BINDING);
        exchange(other, host(1, ROOM, BINDING));
        assertThat(other.verifyMac(other.mac())).isFalse();
    }

    @Test
    void payloadsOfAnEarlierRunAreWorthless() {
        PasswordProof earlierHost = host(1, ROOM, BINDING);
        PasswordProof earlierClient = client(1, ROOM, BINDING);
        String recorded1 = earlierClient.round1();
        earlierHost.round1();
        earlierHost.acceptRound1(recorded1);
        earlierClient.acceptRound1(host(1, ROOM, BINDING).round1());
        String recorded2 = earlierClient.round2();

        PasswordProof host = host(1, ROOM, BINDING);
        host.round1();
        host.acceptRound1(recorded1);
        host.round2();
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> host.acceptRound2(recorded2));
    }

    @Test
    void callsOutOfOrderAreRefused() {
        PasswordProof client = client(1, ROOM, BINDING);
        PasswordProof host = host(1, ROOM, BINDING);
        String hello = host.round1();
        assertThatIllegalStateException().isThrownBy(() -> client.acceptRound1(hello));
        assertThatIllegalStateException().isThrownBy(client::round2);
        assertThatIllegalStateException().isThrownBy(client::mac);
        String mine = client.round1();
        assertThatIllegalStateException().isThrownBy(client::round1);
        assertThatIllegalStateException().isThrownBy(client::round2);
        client.acceptRound1(hello);
        assertThatIllegalStateException().isThrownBy(() -> client.acceptRound1(hello));
        host.acceptRound1(mine);
        String answer = host.round2();
        assertThatIllegalStateException().isThrownBy(() -> client.acceptRound2(answer));
        client.round2();
        assertThatIllegalStateException().isThrownBy(client::round2);
        assertThatIllegalStateException().isThrownBy(() -> client.verifyMac(answer));
        client.acceptRound2(answer);
        assertThatIllegalStateException().isThrownBy(() -> client.acceptRound2(answer));
        client.mac();
        assertThatIllegalStateException().isThrownBy(client::mac);
    }

    @Test
    void aClosedProofDoesNothing() {
        PasswordProof client = client(1, ROOM, BINDING);
        client.close();
        client.close();
        assertThatIllegalStateException().isThrownBy(client::round1);

        PasswordProof ready = client(1, ROOM, BINDING);
        exchange(ready, host(1, ROOM, BINDING));
        ready.close();
        assertThatIllegalStateException().isThrownBy(ready::mac);
    }

    @Test
    void aBindingHas32BytesAndARoomIsUnicode() {
        assertThatIllegalArgumentException().isThrownBy(() -> client(1, ROOM, new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> client(1, "\uD800", BINDING));
    }

    private static void exchange(PasswordProof client, PasswordProof host) {
        String hostRound1 = host.round1();
        host.acceptRound1(client.round1());
        client.acceptRound1(hostRound1);
        String hostRound2 = host.round2();
        host.acceptRound2(client.round2());
        client.acceptRound2(hostRound2);
    }

    private static void assertRefusedAtOnce(PasswordProof one, PasswordProof other) {
        String ofOne = one.round1();
        String ofOther = other.round1();
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> other.acceptRound1(ofOne));
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> one.acceptRound1(ofOther));
        assertThatIllegalStateException().isThrownBy(one::round2);
    }

    private PasswordProof client(int secret, String room, byte[] binding) {
        return PasswordProof.client(PasswordSecret.of(binding(secret)), binding, room, random);
    }

    private PasswordProof host(int secret, String room, byte[] binding) {
        return PasswordProof.host(PasswordSecret.of(binding(secret)), binding, room, random);
    }

    private static byte[] binding(int first) {
        byte[] binding = new byte[32];
        binding[0] = (byte) first;
        return binding;
    }
}
