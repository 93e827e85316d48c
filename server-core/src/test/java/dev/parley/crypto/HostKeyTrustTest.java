package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyTrustTest {

    /// So long ago that the certificate is over: dates play no part.
    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("1980-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private HostIdentity identity;

    @BeforeEach
    void makeTheHost() {
        identity = HostIdentity.loadOrCreate(folder.resolve("host.p12"), new SecureRandom(), LONG_AGO);
    }

    @Test
    void theExpectedKeyIsTrustedOverRealTls() throws Exception {
        try (TlsConnection tls = TlsConnection.open(identity, new HostKeyTrust(identity.fingerprint()::equals))) {
            assertThat(tls.client().getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void anotherKeyIsRefusedOverRealTls() {
        Fingerprint expected = Fingerprint.parse("A".repeat(43)).orElseThrow();
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> TlsConnection.open(identity, new HostKeyTrust(expected::equals)).close());
    }

    @Test
    void theRuleSeesTheFingerprintEachTime() throws Exception {
        Set<Fingerprint> seen = new HashSet<>();
        HostKeyTrust trust = new HostKeyTrust(seen::add);
        X509Certificate[] chain = {identity.certificate()};
        trust.checkServerTrusted(chain, "UNKNOWN");
        assertThat(seen).containsExactly(identity.fingerprint());
        assertThatExceptionOfType(CertificateException.class).isThrownBy(() -> trust.checkServerTrusted(chain, "UNKNOWN"));
    }

    @Test
    void neitherAnEmptyChainNorAClientIsTrusted() {
        HostKeyTrust trust = new HostKeyTrust(_ -> true);
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkServerTrusted(new X509Certificate[0], "UNKNOWN"));
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkClientTrusted(new X509Certificate[] {identity.certificate()}, "UNKNOWN"));
        assertThat(trust.getAcceptedIssuers()).isEmpty();
    }

    @Test
    void bothEndsExportTheSameKeysAndAnotherConnectionOthers() throws Exception {
        HostKeyTrust trust = new HostKeyTrust(identity.fingerprint()::equals);
        try (TlsConnection one = TlsConnection.open(identity, trust);
                TlsConnection two = TlsConnection.open(identity, trust)) {
            TlsExporter client = TlsExporter.of(one.client().getSession());
            TlsExporter host = TlsExporter.of(one.host().getSession());
            assertThat(client.channelBinding()).hasSize(32).isEqualTo(host.channelBinding());
            assertThat(TlsExporter.of(two.client().getSession()).channelBinding()).isNotEqualTo(client.channelBinding());
            for (Direction direction : Direction.values()) {
                byte[] exported = client.export(direction.label(), DatagramKeys.BYTES);
                assertThat(exported).hasSize(44).isEqualTo(host.export(direction.label(), DatagramKeys.BYTES));
            }
            assertThat(Arrays.stream(Direction.values()).map(d -> new String(client.export(d.label(), 44),
                    StandardCharsets.ISO_8859_1))).doesNotHaveDuplicates();
        }
    }
}
