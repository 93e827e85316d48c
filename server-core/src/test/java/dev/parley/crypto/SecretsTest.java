package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Fingerprint HOST = Fingerprint.parse("A".repeat(43)).orElseThrow();
    private static final Fingerprint OTHER_HOST = Fingerprint.parse("E" + "A".repeat(42)).orElseThrow();

    @Test
    void tokensAre32BytesAndNeverTheSame() {
        SecureRandom random = new SecureRandom();
        String token = Secrets.token(random);
        assertThat(Base64Url.decode(token, Secrets.BYTES)).isPresent();
        assertThat(Secrets.token(random)).isNotEqualTo(token);
    }

    @Test
    void comparisonIsByContent() {
        assertThat(Secrets.same("abc", new String(new char[] {'a', 'b', 'c'}))).isTrue();
        assertThat(Secrets.same("abc", "abd")).isFalse();
        assertThat(Secrets.same("abc", "abcd")).isFalse();
        assertThat(Secrets.same("", "")).isTrue();
    }

    @Test
    void hashIsSha256() {
        // FIPS 180-2, appendix B.1
        assertThat(Secrets.sha256Base64Url("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void aDeviceShowsEachHostAnotherSecret() {
        byte[] device = new byte[Secrets.BYTES];
        // HMAC-SHA256 of 32 zero bytes under 32 zero bytes
        assertThat(Secrets.forHost(device, HOST)).isEqualTo("M60KHGB-wDsJ5s2Yk2gM4hCt8wCqHyZg4bIuEPFw-So");
        assertThat(Secrets.forHost(device, OTHER_HOST)).isNotEqualTo(Secrets.forHost(device, HOST));
        device[0] = 1;
        assertThat(Secrets.forHost(device, HOST)).isNotEqualTo("M60KHGB-wDsJ5s2Yk2gM4hCt8wCqHyZg4bIuEPFw-So");
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.forHost(new byte[31], HOST));
    }
}
