package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.HostKeyTrust;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The network does the same on NIO as on epoll.
@ParameterizedClass
@MethodSource("loops")
class BothLoopsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END = "end of the connection";

    @Parameter
    boolean epoll;

    @TempDir
    Path folder;

    private @Nullable EventLoop started;

    static Stream<Boolean> loops() {
        return Epoll.isAvailable() ? Stream.of(false, true) : Stream.of(false);
    }

    private EventLoop loop() {
        EventLoop loop = started == null ? EventLoop.start("parley-both", epoll) : started;
        started = loop;
        return loop;
    }

    @AfterEach
    void close() {
        loop().close();
        loop().close();
    }

    /// Collects what it is told; the other end echoes.
    private static final class End implements ControlListener {
        private final boolean echoes;
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private volatile @Nullable ControlChannel channel;
        private volatile @Nullable Throwable cause;

        End(boolean echoes) {
            this.echoes = echoes;
        }

        @Override
        public void opened(ControlChannel opened) {
            channel = opened;
            told.add("opened");
        }

        @Override
        public void frame(byte[] json) {
            told.add(new String(json, StandardCharsets.UTF_8));
            if (echoes) {
                channel().send(json);
            }
        }

        @Override
        public void writable() {
            told.add("writable");
        }

        @Override
        public void closed(@Nullable Throwable why) {
            cause = why;
            told.add(END);
        }

        ControlChannel channel() {
            return java.util.Objects.requireNonNull(channel);
        }

        String next() throws InterruptedException {
            return java.util.Objects.requireNonNull(told.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "nothing was told in time");
        }
    }

    private HostIdentity identity() {
        return HostIdentity.loadOrCreate(folder.resolve("identity.p12"), new SecureRandom(), Clock.systemUTC());
    }

    private ControlServer serve(End end) throws IOException {
        ControlServer server = bind(end);
        server.accept();
        return server;
    }

    private ControlServer bind(End end) throws IOException {
        return ControlServer.bind(loop(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), identity(), PATIENCE, Runnable::run,
                (_, _) -> Optional.of(end));
    }

    private End connect(ControlServer server) {
        return connect(server, ClientTls.of(new HostKeyTrust(key -> true)));
    }

    private End connect(ControlServer server, ClientTls tls) {
        End end = new End(false);
        ControlClient.connect(loop(), new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), tls, PATIENCE, PATIENCE, end);
        return end;
    }

    @Test
    void whoConnectsBeforeItIsAcceptedWaits() throws Exception {
        End host = new End(true);
        try (ControlServer server = bind(host)) {
            End member = connect(server);
            assertThat(host.told.poll(200, TimeUnit.MILLISECONDS)).isNull();
            server.accept();
            assertThat(host.next()).isEqualTo("opened");
            assertThat(member.next()).isEqualTo("opened");
        }
    }

    @Test
    void aSecondConnectionResumesTheSessionWithKeysOfItsOwn() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ClientTls tls = ClientTls.of(new HostKeyTrust(key -> asked.incrementAndGet() > 0));
        Fingerprint host = identity().fingerprint();
        List<byte[]> bindings = new ArrayList<>();
        try (ControlServer server = serve(new End(true))) {
            for (int i = 0; i < 3; i++) {
                End client = connect(server, tls);
                assertThat(client.next()).isEqualTo("opened");
                loop().execute(() -> client.channel().send("heard".getBytes(StandardCharsets.UTF_8)));
                assertThat(client.next()).isEqualTo("heard"); // and with it the ticket that the host sent before
                assertThat(client.channel().hostKey()).isEqualTo(host);
                bindings.add(client.channel().exporter().channelBinding());
                loop().execute(client.channel()::close);
                assertThat(client.next()).isEqualTo(END);
            }
            assertThat(asked).hasValue(1);
            End other = connect(server, tls.as("somebody else"));
            assertThat(other.next()).isEqualTo("opened");
            assertThat(asked).hasValue(2);
            bindings.add(other.channel().exporter().channelBinding());
        }
        assertThat(bindings).extracting(Arrays::toString).doesNotHaveDuplicates();
    }

    @Test
    void framesGoBothWaysInOrder() throws Exception {
        End host = new End(true);
        try (ControlServer server = serve(host)) {
            End client = connect(server);
            assertThat(client.next()).isEqualTo("opened");
            List<String> words = IntStream.range(0, 500).mapToObj(i -> "frame " + i + " " + "x".repeat(i)).toList();
            loop().execute(() -> {
                try (Frames frames = Frames.of(words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList())) {
                    client.channel().send(frames);
                }
            });
            for (String word : words) {
                assertThat(client.next()).isEqualTo(word);
            }
            assertThat(host.channel().exporter().channelBinding()).isEqualTo(client.channel().exporter().channelBinding());
            loop().execute(client.channel()::closeAfterWrites);
            assertThat(client.next()).isEqualTo(END);
            words.forEach(w -> assertThat(host.told).contains(w));
        }
    }

    @Test
    void aPeerThatDoesNotReadIsNoticedAndServedLater() throws Exception {
        End host = new End(false);
        try (ControlServer server = serve(host)) {
            End client = connect(server);
            assertThat(client.next()).isEqualTo("opened");
            assertThat(host.next()).isEqualTo("opened");
            byte[] large = new byte[60_000];
            Arrays.fill(large, (byte) 'x');
            int[] sent = new int[1];
            loop().execute(() -> {
                client.channel().reading(false);
                while (host.channel().writable() && sent[0] < 10_000) {
                    host.channel().send(large);
                    sent[0]++;
                }
                assertThat(host.channel().waiting()).isPositive();
                loop().execute(() -> client.channel().reading(true));
            });
            assertThat(host.next()).isEqualTo("writable");
            for (int i = 0; i < sent[0]; i++) {
                assertThat(client.next()).hasSize(large.length);
            }
        }
    }

    @Test
    void aSilentPeerIsClosed() throws Exception {
        End host = new End(false);
        try (ControlServer server = serve(host)) {
            End client = connect(server);
            assertThat(host.next()).isEqualTo("opened");
            loop().execute(() -> host.channel().closeWhenSilent(Duration.ofMillis(200)));
            assertThat(host.next()).isEqualTo(END);
            assertThat(client.next()).isEqualTo("opened");
            assertThat(client.next()).isEqualTo(END);
        }
    }

    @Test
    void aHostThatIsNotTrustedIsNotTalkedTo() throws Exception {
        End host = new End(false);
        End client = new End(false);
        try (ControlServer server = serve(host)) {
            ControlClient.connect(loop(), new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), ClientTls.of(new HostKeyTrust(key -> false)),
                    PATIENCE, PATIENCE, client);
            assertThat(client.next()).isEqualTo(END);
            assertThat(host.next()).isEqualTo(END);
        }
    }

    @Test
    void whereNobodyListensTheConnectionIsOverAtOnce() throws Exception {
        ControlServer server = serve(new End(false));
        server.close();
        server.close();
        assertThat(connect(server).next()).isEqualTo(END);
    }

    @Test
    void whoFindsNoTimeForTheHandshakeIsNotTakenForAStranger() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            End end = new End(false);
            ControlClient.connect(loop(), new InetSocketAddress(InetAddress.getLoopbackAddress(), busy.getLocalPort()),
                    ClientTls.of(new HostKeyTrust(key -> true)), PATIENCE, Duration.ofMillis(50), end);
            assertThat(end.next()).isEqualTo(END);
            assertThat(end.cause).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void datagramsGoBothWays() throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        DatagramPort[] echo = new DatagramPort[1];
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (DatagramPort one = DatagramPort.bind(loop(), any, (datagram, from) -> {
                    byte[] bytes = new byte[datagram.remaining()];
                    datagram.get(bytes);
                    echo[0].send(from, out -> out.put(bytes).position());
                    echo[0].flush();
                });
                DatagramPort two = DatagramPort.bind(loop(), any, (datagram, from) ->
                        arrived.add(StandardCharsets.UTF_8.decode(datagram).toString()))) {
            echo[0] = one;
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), one.port());
            for (int i = 0; i < 20; i++) {
                byte[] bytes = ("datagram " + i).getBytes(StandardCharsets.UTF_8);
                loop().execute(() -> {
                    two.send(to, out -> out.put(ByteBuffer.wrap(bytes)).position());
                    two.flush();
                });
                assertThat(arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo("datagram " + i);
            }
        }
    }

    @Test
    void aDatagramForEachOfThousandsIsNotTooMuchAtOnce() throws Exception {
        int people = 10_000;
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        AtomicInteger sent = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (DatagramPort one = DatagramPort.bind(loop(), any, (datagram, from) -> {});
                DatagramPort two = DatagramPort.bind(loop(), any, (datagram, from) -> {})) {
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), two.port());
            loop().execute(() -> {
                for (int i = 0; i < people; i++) {
                    one.send(to, out -> {
                        sent.incrementAndGet(); // not asked for what is dropped at once
                        return out.put(new byte[300]).position();
                    });
                }
                done.countDown();
            });
            assertThat(done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        }
        assertThat(sent).hasValue(people);
    }
}
