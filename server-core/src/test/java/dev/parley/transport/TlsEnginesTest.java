package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.HostKeyTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the host says to clients that are not ours: version and application protocol.
class TlsEnginesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ControlListener SILENT = new ControlListener() {
        @Override
        public void opened(ControlChannel channel) {}

        @Override
        public void frame(byte[] json) {}

        @Override
        public void writable() {}

        @Override
        public void closed(@Nullable Throwable cause) {}
    };

    @TempDir
    Path folder;

    private final EventLoop loop = EventLoop.start("parley-tls-test");
    private ControlServer server;

    @BeforeEach
    void serve() throws IOException {
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), new SecureRandom(), Clock.systemUTC());
        server = ControlServer.bind(loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), identity, PATIENCE, Runnable::run,
                (_, _) -> Optional.of(SILENT));
        server.accept();
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({"parley,parley", "h2 parley,parley", "h2 http/1.1,''", "'',''"})
    void everyApplicationProtocolIsServedAndOursIsNamed(String offered, String chosen) throws Exception {
        try (SSLSocket socket = connect("TLSv1.3", offered)) {
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isEqualTo(chosen);
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256"); // whatever the client prefers
        }
    }

    @Test
    void anOlderVersionIsRefused() throws Exception {
        try (SSLSocket socket = connect("TLSv1.2", "parley")) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class).hasMessageContaining("protocol_version");
        }
    }

    private SSLSocket connect(String version, String offered) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new HostKeyTrust(key -> true)}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setApplicationProtocols(offered.isEmpty() ? new String[] {} : offered.split(" "));
        socket.setSSLParameters(parameters);
        return socket;
    }
}
