package dev.parley.transport;

import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.SslContext;

/// What TLS needs on the side of clients, for any number of connections. Any thread.
public final class ClientTls {

    private final SslContext context;

    private ClientTls(SslContext context) {
        this.context = context;
    }

    public static ClientTls of(HostKeyTrust trust) {
        return new ClientTls(TlsContexts.forClient(trust));
    }

    SslContext context() {
        return context;
    }
}
