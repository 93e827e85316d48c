package dev.parley.crypto;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts the hosts whose key the given rule accepts, and nobody else. Authorities, names, dates and extensions in the
/// certificate play no part: a host is its key, and TLS proves that the host has it. Remembers nothing; as thread-safe
/// as the rule, which is called on the thread of the TLS handshake.
public final class HostKeyTrust extends X509ExtendedTrustManager {

    private final Predicate<Fingerprint> accepted;

    public HostKeyTrust(Predicate<Fingerprint> accepted) {
        this.accepted = accepted;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("the host sent no certificate");
        }
        Fingerprint fingerprint = Fingerprint.of(chain[0].getPublicKey());
        if (!accepted.test(fingerprint)) {
            throw new CertificateException("the host has another key than expected: " + fingerprint);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    /// Always refuses: people prove themselves by password, not by certificate.
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("client certificates are not used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
