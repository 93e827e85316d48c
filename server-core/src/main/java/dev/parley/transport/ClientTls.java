package dev.parley.transport;

import dev.parley.crypto.HostKeyTrust;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;

/// What TLS needs on the side of clients, for any number of connections. Connections to the same address resume the
/// session of the one before (RFC 8446, 2.2, with a fresh key exchange), which spares both sides the signature; the rule of
/// the trust is then not asked again, so whoever connects looks at [ControlChannel#hostKey]. Any thread.
public final class ClientTls {

    private final TlsEngines context;
    private final String name;

    private ClientTls(TlsEngines context, String name) {
        this.context = context;
        this.name = name;
    }

    public static ClientTls of(HostKeyTrust trust) {
        return new ClientTls(TlsEngines.forClient(trust), "");
    }

    /// The same for another one, who resumes sessions of its own only.
    public ClientTls as(String somebody) {
        return new ClientTls(context, somebody);
    }

    /// A connection to that address. Under the name, which is never sent (one with a space is no server name, RFC 6066, 3),
    /// sessions with the address are kept.
    SslHandler connect(InetSocketAddress address) {
        return context.connect(name + " " + address.getHostString(), address.getPort());
    }
}
