package dev.parley.transport;

import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;

/// What TLS needs on the side of clients, for any number of connections. Connections to the same address resume the
/// session of the one before (RFC 8446, 2.2, with a fresh key exchange), which spares both sides the signature; the rule of
/// the trust is then not asked again, so whoever connects looks at [ControlChannel#hostKey]. Any thread.
public final class ClientTls {

    private final SslContext context;
    private final String name;

    private ClientTls(SslContext context, String name) {
        this.context = context;
        this.name = name;
    }

    public static ClientTls of(HostKeyTrust trust) {
        return new ClientTls(TlsContexts.forClient(trust), "");
    }

    /// The same for another one, who resumes sessions of its own only.
    public ClientTls as(String somebody) {
        return new ClientTls(context, somebody);
    }

    /// Under what sessions with that address are kept. Never sent: a name with a space is no server name (RFC 6066, 3).
    String sessionsWith(InetSocketAddress address) {
        return name + " " + address.getHostString();
    }

    SslContext context() {
        return context;
    }
}
