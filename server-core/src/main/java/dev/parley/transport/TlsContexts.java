package dev.parley.transport;

import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/// TLS 1.3 (RFC 8446) and nothing older, by the JDK's engine, because only that has the exporter (RFC 8446, 7.5) that
/// the sealed datagrams and the password proof are bound to. ALPN `parley` leaves room for other protocols on the port;
/// a client without ALPN is served too.
final class TlsContexts {

    private static final String TLS13 = "TLSv1.3";
    private static final ApplicationProtocolConfig ALPN = new ApplicationProtocolConfig(
            Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "parley");

    private TlsContexts() {}

    static SslContext forServer(HostIdentity identity) {
        try {
            return SslContextBuilder.forServer(identity.privateKey(), identity.certificate())
                    .sslProvider(SslProvider.JDK)
                    .protocols(TLS13)
                    .applicationProtocolConfig(ALPN)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("the host's certificate cannot be used", e);
        }
    }

    static SslContext forClient(HostKeyTrust trust) {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .protocols(TLS13)
                    .applicationProtocolConfig(ALPN)
                    .trustManager(trust)
                    .endpointIdentificationAlgorithm(null)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS 1.3 is not available", e);
        }
    }
}
