package dev.parley.crypto;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// A real TLS 1.3 connection over loopback, after its handshake.
record TlsConnection(SSLSocket client, SSLSocket host) implements AutoCloseable {

    private static final char[] PASSWORD = "test".toCharArray();

    /// @throws IOException as the client meets it if the handshake fails
    static TlsConnection open(HostIdentity identity, TrustManager trust)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        SSLContext clientContext = SSLContext.getInstance("TLSv1.3");
        clientContext.init(null, new TrustManager[] {trust}, null);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listener = (SSLServerSocket)
                hostContext(identity).getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            listener.setEnabledProtocols(new String[] {"TLSv1.3"});
            CompletableFuture<SSLSocket> accepted = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    SSLSocket socket = (SSLSocket) listener.accept();
                    accepted.complete(socket);
                    socket.startHandshake();
                    socket.getOutputStream().write(1);
                } catch (IOException e) {
                    accepted.completeExceptionally(e);
                }
            });
            SSLSocket client = (SSLSocket) clientContext.getSocketFactory().createSocket(loopback, listener.getLocalPort());
            try {
                client.startHandshake();
                if (client.getInputStream().read() != 1) {
                    throw new IOException("the host did not answer");
                }
            } catch (IOException e) {
                client.close();
                accepted.get().close();
                throw e;
            }
            return new TlsConnection(client, accepted.get());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        host.close();
    }

    private static SSLContext hostContext(HostIdentity identity) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("host", identity.privateKey(), PASSWORD, new Certificate[] {identity.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
