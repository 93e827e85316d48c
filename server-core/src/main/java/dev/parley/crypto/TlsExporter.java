package dev.parley.crypto;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLSession;

/// Makes keys that only the two ends of one TLS 1.3 connection have (RFC 8446, section 7.5). As thread-safe as the
/// session behind it; only after the handshake.
@FunctionalInterface
public interface TlsExporter {

    /// Label of the channel binding (RFC 9266, section 2).
    String CHANNEL_BINDING = "EXPORTER-Channel-Binding";

    /// The keying material for that label, with an empty context.
    ///
    /// @param length bytes wanted
    byte[] export(String label, int length);

    /// The `tls-exporter` channel binding: 32 bytes that are different on every connection and the same at both ends.
    default byte[] channelBinding() {
        return export(CHANNEL_BINDING, 32);
    }

    /// The exporter of a session of the JDK's own TLS.
    ///
    /// @throws IllegalArgumentException if the session belongs to another kind of TLS engine
    static TlsExporter of(SSLSession session) {
        if (!(session instanceof ExtendedSSLSession extended)) {
            throw new IllegalArgumentException("only the TLS of the JDK can export keys");
        }
        return (label, length) -> {
            try {
                return extended.exportKeyingMaterialData(label, new byte[0], length);
            } catch (SSLKeyException e) {
                throw new IllegalStateException("the TLS session cannot export keys", e);
            }
        };
    }
}
