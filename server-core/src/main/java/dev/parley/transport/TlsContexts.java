package dev.parley.transport;

import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// TLS 1.3 (RFC 8446) and nothing older, by the JDK's engine, because only that has the exporter (RFC 8446, 7.5) that
/// the sealed datagrams and the password proof are bound to. ALPN `parley` leaves room for other protocols on the port;
/// a client without ALPN is served too.
///
/// The contexts are made by the JDK and handed to Netty: Netty's own builder for servers loads the whole provider of
/// Bouncy Castle for a self-test, which costs 10 MB and a tenth of a second.
final class TlsContexts {

    private static final String TLS13 = "TLSv1.3";
    private static final ApplicationProtocolConfig ALPN = new ApplicationProtocolConfig(
            Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "parley");

    private TlsContexts() {}

    static SslContext forServer(HostIdentity identity) {
        try {
            char[] nobodyNeedsIt = {};
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, nobodyNeedsIt);
            keys.setKeyEntry("host", identity.privateKey(), nobodyNeedsIt, new Certificate[] {identity.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, nobodyNeedsIt);
            return context(false, managers.getKeyManagers(), new TrustManager[] {});
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the host's certificate cannot be used", e);
        }
    }

    static SslContext forClient(HostKeyTrust trust) {
        try {
            return context(true, new KeyManager[] {}, new TrustManager[] {trust});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS 1.3 is not available", e);
        }
    }

    private static SslContext context(boolean client, KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(TLS13);
        context.init(keys, trust, null);
        return new JdkSslContext(
                context, client, null, IdentityCipherSuiteFilter.INSTANCE, ALPN, ClientAuth.NONE, new String[] {TLS13}, false);
    }
}
