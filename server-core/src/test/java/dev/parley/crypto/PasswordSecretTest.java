package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordSecretTest {

    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final PasswordParameters SMALL = new PasswordParameters(SALT, 32, 1, 1);

    /// Expected values from OpenSSL's Argon2id, over the NFKC form.
    @ParameterizedTest
    @CsvSource({
        "correct horse, 19456, 2, 1, d00b90c40f918cf889780d7d3a9ec3c2b1719df87dc5e4d4d93ea6163db04e17",
        "pässword ½, 1024, 3, 4, 3d29ccc84dae575fe8b1d3fda0f4bd36e68b87b89bdfd5afc2949d251e05565e"
    })
    void agreesWithAnotherArgon2(String password, int memoryKib, int iterations, int lanes, String expected) {
        PasswordParameters parameters = new PasswordParameters(SALT, memoryKib, iterations, lanes);
        assertThat(secret(password, parameters)).isEqualTo(expected);
    }

    @Test
    void thePasswordIsTheSameHoweverItWasTyped() {
        assertThat(secret("cafe\u0301 \uFF11", SMALL)).isEqualTo(secret("caf\u00E9 1", SMALL));
        assertThat(secret("Café", SMALL)).isNotEqualTo(secret("café", SMALL));
    }

    @Test
    void thePasswordOfTheCallerIsLeftAlone() {
        char[] password = {'a', '\uFF11'};
        PasswordSecret.derive(password, SMALL).close();
        assertThat(password).containsExactly('a', '\uFF11');
    }

    @Test
    void emptyOverlongAndBrokenPasswordsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordSecret.derive(new char[0], SMALL));
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordSecret.derive(new char[1025], SMALL));
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordSecret.derive(new char[] {'\uD800'}, SMALL));
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordSecret.derive(new char[] {'a', '\uDC00', 'b'}, SMALL));
    }

    @Test
    void aKeptSecretIsCopiedInAndOut() {
        byte[] bytes = new byte[32];
        try (PasswordSecret secret = PasswordSecret.of(bytes)) {
            bytes[0] = 1;
            assertThat(secret.copy()).containsOnly(0);
            secret.copy()[0] = 1;
            assertThat(secret.copy()).hasSize(32).containsOnly(0);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordSecret.of(new byte[31]));
    }

    @Test
    void aClosedSecretIsGone() {
        PasswordSecret secret = PasswordSecret.of(new byte[32]);
        secret.close();
        secret.close();
        assertThatIllegalStateException().isThrownBy(secret::copy);
        assertThat(secret).hasToString("PasswordSecret");
    }

    @Test
    void freshParametersFollowTheRecommendationWithANewSalt() {
        SecureRandom random = new SecureRandom();
        PasswordParameters fresh = PasswordParameters.fresh(random);
        assertThat(fresh.memoryKib()).isEqualTo(19_456);
        assertThat(fresh.iterations()).isEqualTo(2);
        assertThat(fresh.lanes()).isEqualTo(1);
        assertThat(PasswordParameters.fresh(random)).isNotEqualTo(fresh);
        assertThat(PasswordParameters.parse(fresh.saltText(), 19_456, 2, 1)).hasValue(fresh);
        assertThat(fresh.toString()).doesNotContain(fresh.saltText());
    }

    @ParameterizedTest
    @CsvSource({"7,1,1", "262145,1,1", "-1,1,1", "64,0,1", "64,17,1", "64,1,0", "64,1,5", "31,1,4"})
    void unreasonableNumbersAreRefused(int memoryKib, int iterations, int lanes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordParameters(SALT, memoryKib, iterations, lanes));
        assertThat(PasswordParameters.parse(SMALL.saltText(), memoryKib, iterations, lanes)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8,1,1", "262144,16,4", "32,1,4"})
    void theLimitsThemselvesAreAllowed(int memoryKib, int iterations, int lanes) {
        assertThat(PasswordParameters.parse(SMALL.saltText(), memoryKib, iterations, lanes)).isPresent();
    }

    @Test
    void saltsAreCopiedAndChecked() {
        byte[] salt = SALT.clone();
        PasswordParameters parameters = new PasswordParameters(salt, 32, 1, 1);
        salt[0] = 9;
        parameters.salt()[0] = 9;
        assertThat(parameters).isEqualTo(SMALL).hasSameHashCodeAs(SMALL);
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordParameters(new byte[15], 32, 1, 1));
        assertThat(PasswordParameters.parse("AAAA", 32, 1, 1)).isEmpty();
        assertThat(PasswordParameters.parse("!".repeat(22), 32, 1, 1)).isEmpty();
    }

    private static String secret(String password, PasswordParameters parameters) {
        try (PasswordSecret secret = PasswordSecret.derive(password.toCharArray(), parameters)) {
            return HexFormat.of().formatHex(secret.copy());
        }
    }
}
