package dev.parley.transport;

import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.Executor;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/// TLS 1.3 (RFC 8446) and nothing older, by the JDK's engine, because only that has the exporter (RFC 8446, 7.5) that
/// the sealed datagrams and the password proof are bound to. ALPN `parley` leaves room for other protocols on the port;
/// a client without ALPN, or with other protocols, is served too. Any thread.
///
/// Netty gets engines and nothing else: its own contexts read the certificates of all authorities of the web when they
/// are loaded, and its builder for servers the whole provider of Bouncy Castle. Neither is used here, and both cost every
/// start time and memory.
final class TlsEngines {

    private static final String[] VERSIONS = {"TLSv1.3"};
    /// All of TLS 1.3; the one with the cheapest handshake and the smallest keys first.
    private static final String[] SUITES = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"};
    /// That of a host's key (P-256); a connection remembers what both sides offer, all its life.
    private static final String[] SIGNATURES = {"ecdsa_secp256r1_sha256"};
    private static final String PROTOCOL = "parley";
    private static final String NONE = "";

    private final SSLContext context;

    private TlsEngines(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        context = SSLContext.getInstance(VERSIONS[0]);
        context.init(keys, trust, null);
    }

    static TlsEngines forServer(HostIdentity identity) {
        try {
            char[] nobodyNeedsIt = {};
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, nobodyNeedsIt);
            keys.setKeyEntry("host", identity.privateKey(), nobodyNeedsIt, new Certificate[] {identity.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, nobodyNeedsIt);
            return new TlsEngines(managers.getKeyManagers(), new TrustManager[] {});
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the host's certificate cannot be used", e);
        }
    }

    static TlsEngines forClient(HostKeyTrust trust) {
        try {
            return new TlsEngines(new KeyManager[] {}, new TrustManager[] {trust});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS 1.3 is not available", e);
        }
    }

    /// The side of the server.
    ///
    /// @param handshakes runs the expensive steps of the handshake
    SslHandler accept(Executor handshakes) {
        SSLEngine engine = configured(context.createSSLEngine(), false);
        engine.setHandshakeApplicationProtocolSelector((e, offered) -> offered.contains(PROTOCOL) ? PROTOCOL : NONE);
        return new SslHandler(engine, handshakes);
    }

    /// The side of the client.
    ///
    /// @param peer under what sessions with the server are kept, together with the port
    SslHandler connect(String peer, int port) {
        SSLEngine engine = configured(context.createSSLEngine(peer, port), true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {PROTOCOL});
        engine.setSSLParameters(parameters);
        return new SslHandler(engine);
    }

    private static SSLEngine configured(SSLEngine engine, boolean client) {
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(VERSIONS);
        engine.setEnabledCipherSuites(SUITES);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setSignatureSchemes(SIGNATURES);
        engine.setSSLParameters(parameters);
        return engine;
    }
}
