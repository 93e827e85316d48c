package dev.parley.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes keys and self-signed certificates for hosts. The certificate only carries the key through TLS; what it says
/// beside that is for tools.
final class HostCertificate {

    /// The DNS name in every certificate, so that a plain client which pins the certificate file can use the ordinary
    /// checks of its TLS library with this server name.
    static final String NAME = "parley";

    private static final Duration BACKDATED = Duration.ofDays(1);
    private static final int YEARS = 30;
    private static final int SERIAL_BITS = 127;

    private HostCertificate() {}

    static KeyPair newKeys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /// Valid from yesterday, for clients whose clock is behind, for 30 years.
    static X509Certificate selfSigned(KeyPair keys, SecureRandom random, Clock clock)
            throws GeneralSecurityException, IOException {
        X500Name name = new X500Name("CN=Parley");
        ZonedDateTime from = clock.instant().minus(BACKDATED).atZone(ZoneOffset.UTC);
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(0);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, serial, Date.from(from.toInstant()),
                Date.from(from.plusYears(YEARS).toInstant()), name, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, NAME)));
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").setSecureRandom(random).build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate could not be signed", e);
        }
    }
}
