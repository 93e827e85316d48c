package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostIdentityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void theIdentityStaysTheSame() {
        HostIdentity made = identity();
        HostIdentity loaded = identity();
        assertThat(loaded.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(loaded.certificate()).isEqualTo(made.certificate());
        assertThat(loaded.privateKey()).isEqualTo(made.privateKey());
        assertThat(loaded).hasToString("HostIdentity[" + made.fingerprint() + "]");
    }

    @Test
    void twoHostsHaveTwoIdentities() {
        HostIdentity other = HostIdentity.loadOrCreate(folder.resolve("other.p12"), random, CLOCK);
        assertThat(other.fingerprint()).isNotEqualTo(identity().fingerprint());
    }

    @Test
    void theCertificateIsSelfSignedP256ValidFromYesterdayFor30Years() throws GeneralSecurityException {
        X509Certificate certificate = identity().certificate();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Parley");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2056-11-19T10:00:00Z"));
        assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, HostCertificate.NAME));
        assertThat(certificate.getPublicKey()).isInstanceOfSatisfying(ECPublicKey.class,
                key -> assertThat(key.getParams().getOrder().bitLength()).isEqualTo(256));
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        FileStore store = Files.getFileStore(folder);
        Assumptions.assumeTrue(store.supportsFileAttributeView(PosixFileAttributeView.class));
        identity();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void missingFoldersAreMadeAndNothingElseIsLeftBehind() throws IOException {
        identity();
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aDamagedFileIsReportedAndKept() throws IOException {
        Fingerprint before = identity().fingerprint();
        byte[] good = Files.readAllBytes(file());
        Random choices = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] bad = i < 20 ? Arrays.copyOf(good, choices.nextInt(good.length)) : good.clone();
            if (i >= 20) {
                bad[choices.nextInt(bad.length)] ^= (byte) (1 << choices.nextInt(8));
            }
            Files.write(file(), bad);
            try {
                // a bit that means nothing may flip
                assertThat(identity().fingerprint()).isEqualTo(before);
                assertThat(i).isGreaterThanOrEqualTo(20);
            } catch (IdentityException e) {
                assertThat(e).hasMessageContaining(file().toString()).hasMessageContaining("backup");
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(bad);
        }
    }

    @Test
    void anEmptyFileOrOneOfAnotherKindIsDamaged() throws IOException {
        Files.createDirectories(file().getParent());
        for (byte[] content : List.of(new byte[0], new byte[100_000], "hello".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file(), content);
            assertThatExceptionOfType(IdentityException.class).isThrownBy(this::identity).withMessageContaining("damaged");
        }
    }

    @Test
    void whatCannotBeReadOrWrittenIsReported() throws IOException {
        Files.createDirectories(file());
        assertThatExceptionOfType(IdentityException.class).isThrownBy(this::identity).withMessageContaining("read");
        Path plain = Files.createFile(folder.resolve("plain"));
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(() -> HostIdentity.loadOrCreate(plain.resolve("identity.p12"), random, CLOCK));
    }

    private Path file() {
        return folder.resolve("data").resolve("identity.p12");
    }

    private HostIdentity identity() {
        return HostIdentity.loadOrCreate(file(), random, CLOCK);
    }
}
