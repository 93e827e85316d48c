package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import dev.parley.crypto.Direction;
import dev.parley.crypto.TlsExporter;
import dev.parley.protocol.MessageId;
import dev.parley.server.Waiting;
import dev.parley.transport.ControlChannel;
import dev.parley.transport.Records;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Datagrams made by hand, of a client that is written from the documentation. The host handles one after the other, so
/// the answer to an honest one shows that there was none to those before it.
class UdpTest {

    @TempDir
    Path folder;

    private final ErrorWatch errors = new ErrorWatch();
    private @Nullable TestHost host;
    private @Nullable PlainClient tls;
    private @Nullable DatagramSealer sealer;
    private @Nullable DatagramOpener opener;
    private @Nullable DatagramSocket socket;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost(folder).open();
        PlainClient client = new PlainClient(host.port());
        tls = client;
        client.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"test\"}}");
        long index = client.expect("hello").get("index").getAsLong();
        client.send("guest", "username", "Ana").expect("guest");
        client.frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\"}}").expect("caught-up");
        TlsExporter exporter = TlsExporter.of(client.session());
        sealer = new DatagramSealer(DatagramKeys.export(Direction.CLIENT_TO_HOST, exporter), index, System::nanoTime);
        opener = new DatagramOpener(DatagramKeys.export(Direction.HOST_TO_CLIENT, exporter), index);
        socket = fresh();
    }

    @AfterEach
    void close() throws IOException {
        socket().close();
        client().close();
        host().close();
        errors.assertNoErrors();
        errors.close();
    }

    @Test
    void whatIsNotAuthenticGetsNoAnswerAndChangesNothing() throws IOException {
        Random random = new Random(7420);
        byte[] honest = probe(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = switch (i % 4) {
                case 0 -> random.ints(random.nextInt(1500)).collect(java.io.ByteArrayOutputStream::new, java.io.ByteArrayOutputStream::write, (x, y) -> {}).toByteArray();
                case 1 -> flipped(honest, random.nextInt(honest.length), 1 << random.nextInt(8));
                case 2 -> Arrays.copyOf(honest, random.nextInt(honest.length));
                default -> Arrays.copyOf(honest, honest.length + 1 + random.nextInt(1000));
            };
            send(socket(), bytes);
            if (i % 50 == 49) {
                awaitRead(i);
            }
        }
        send(socket(), honest);
        assertThat(answers(socket(), 1)).containsExactly(1L);
    }

    @Test
    void aReplayedDatagramGetsNoAnswer() throws IOException {
        byte[] first = probe(1);
        for (int i = 0; i < 100; i++) {
            send(socket(), first);
        }
        send(socket(), probe(2));
        assertThat(answers(socket(), 2)).containsExactly(1L, 2L);
    }

    @Test
    void aReplayedPostIsStoredOnce() throws IOException {
        byte[] post = post("01ARZ3NDEKTSV4RRFFQ69G5FA1", 1, "once");
        byte[] sameId = post("01ARZ3NDEKTSV4RRFFQ69G5FA1", 2, "once");
        byte[] next = post("01ARZ3NDEKTSV4RRFFQ69G5FA2", 3, "twice");
        for (byte[] datagram : List.of(post, post, sameId, post, next, next)) {
            send(socket(), datagram);
        }
        Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host().storedTexts().contains("twice"));
        assertThat(host().storedTexts()).containsExactly("once", "twice");
    }

    @Test
    void refusalsOfDatagramsDoNotQueueForWhoDoesNotRead() throws IOException {
        host().openMany(100);
        client().stopReading();
        while (Waiting.bytes(host().server()) < ControlChannel.HIGH_WATER) {
            client().send("list");
        }
        awaitRead(1);
        long waiting = Waiting.bytes(host().server());

        for (int i = 0; i < 500; i++) {
            send(socket(), seal("{\"type\":\"post\",\"data\":{\"room\":\"Elsewhere\",\"id\":\"" + MessageId.next() + "\",\"n\":1,\"text\":\"x\"}}"));
            if (i % 50 == 49) {
                awaitRead(i);
            }
        }
        assertThat(Waiting.bytes(host().server())).isLessThanOrEqualTo(waiting);
    }

    @Test
    void theAddressFollowsTheNewestAuthenticDatagramOnly() throws IOException {
        byte[] old = probe(1);
        byte[] newer = probe(2);
        send(socket(), newer);
        assertThat(answers(socket(), 1)).containsExactly(2L);
        try (DatagramSocket thief = fresh(); DatagramSocket roaming = fresh()) {
            send(thief, newer); // a copy
            send(thief, old); // overtaken, and sent from elsewhere: answered to the known address
            send(thief, flipped(newer, 12, 64)); // a counter that is newer still
            assertThat(answers(socket(), 1)).containsExactly(1L);
            send(roaming, probe(3));
            assertThat(answers(roaming, 1)).containsExactly(3L);
            thief.setSoTimeout(1);
            assertThat(receives(thief)).isFalse();
        }
    }

    @Test
    void messagesThatDoNotBelongIntoDatagramsAreNotLookedAt() throws IOException {
        for (String json : List.of("{\"type\":\"logout\",\"data\":{}}", "{\"type\":\"leave\",\"data\":{\"room\":\"Lobby\"}}", "nonsense", "{}",
                "{\"type\":\"guest\",\"data\":{\"username\":\"Eve\"}}")) {
            send(socket(), seal(json));
        }
        send(socket(), seal("", "x".repeat(100))); // a length of nothing, then rubbish
        send(socket(), probe(1));
        assertThat(answers(socket(), 1)).containsExactly(1L);
        client().frame("{\"type\":\"people\",\"data\":{\"room\":\"Lobby\",\"offset\":0}}");
        assertThat(client().expect("people").get("count").getAsInt()).isEqualTo(1);
    }

    @Test
    void beforeAnAuthenticDatagramTheHostSendsNone() throws IOException {
        client().frame("{\"type\":\"path\",\"data\":{\"udp\":true}}");
        try (TestMember ben = new TestMember("Ben", host().port(), folder).join(ROOM)) {
            ben.say(ROOM, "over TLS");
            client().expect("entry", m -> m.toString().contains("over TLS"));
            send(socket(), probe(1));
            assertThat(answers(socket(), 1)).containsExactly(1L);
            ben.say(ROOM, "by datagram");
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> open(socket()).contains("by datagram"));
        }
    }

    @Test
    void aMemberWhoseAddressChangesGoesOnByDatagram() throws IOException {
        try (ImpairmentProxy proxy = new ImpairmentProxy(host().port(), Impairment.NONE, 7);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ben.events(ClientEvent.WayChanged.class).stream().anyMatch(w -> w.now() == Way.UDP));
            ben.say(ROOM, "one");
            ben.awaitTexts(1);
            proxy.roam();
            for (int i = 0; i < 50; i++) {
                ben.say(ROOM, "m" + i);
                ben.awaitTexts(i + 2); // one by one, so that each goes by datagram
            }
            assertThat(ben.events(ClientEvent.Offline.class)).isEmpty();
            assertThat(ben.events(ClientEvent.WayChanged.class)).allMatch(w -> w.now() == Way.UDP);
            assertThat(proxy.flows()).isEqualTo(1);
        }
    }

    private TestHost host() {
        return java.util.Objects.requireNonNull(host);
    }

    private PlainClient client() {
        return java.util.Objects.requireNonNull(tls);
    }

    private DatagramSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }

    private static DatagramSocket fresh() throws IOException {
        DatagramSocket fresh = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        fresh.setSoTimeout((int) TestMember.PATIENCE.toMillis());
        return fresh;
    }

    private static byte[] flipped(byte[] original, int at, int bits) {
        byte[] changed = original.clone();
        changed[at] ^= (byte) bits;
        return changed;
    }

    private byte[] probe(long n) {
        return seal("{\"type\":\"probe\",\"data\":{\"n\":" + n + "}}");
    }

    private byte[] post(String id, long n, String text) {
        return seal("{\"type\":\"post\",\"data\":{\"room\":\"Lobby\",\"id\":\"" + id + "\",\"n\":" + n + ",\"text\":\"" + text + "\"}}");
    }

    private byte[] seal(String... messages) {
        List<byte[]> encoded = Arrays.stream(messages).map(m -> m.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer out = ByteBuffer.allocate(1200);
        java.util.Objects.requireNonNull(sealer).seal(ByteBuffer.wrap(Records.pack(encoded)), out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private void send(DatagramSocket from, byte[] bytes) throws IOException {
        from.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), host().port()));
    }

    /// Everything sent before this was read: none was dropped by a full socket.
    private void awaitRead(long n) throws IOException {
        send(socket(), probe(n));
        assertThat(answers(socket(), 1)).containsExactly(n);
    }

    /// The numbers of the next answered probes.
    private List<Long> answers(DatagramSocket at, int count) throws IOException {
        List<Long> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            JsonObject first = JsonParser.parseString(open(at).lines().findFirst().orElseThrow()).getAsJsonObject();
            if (first.get("type").getAsString().equals("probe")) {
                numbers.add(first.getAsJsonObject("data").get("n").getAsLong());
            }
        }
        return numbers;
    }

    /// The messages of the next datagram, one per line.
    private String open(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        at.receive(packet);
        ByteBuffer plain = ByteBuffer.allocate(1200);
        int length = java.util.Objects.requireNonNull(opener).open(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), plain);
        assertThat(length).isPositive();
        List<String> messages = new ArrayList<>();
        Records.unpack(plain.flip(), json -> messages.add(new String(json, StandardCharsets.UTF_8)));
        return String.join("\n", messages);
    }

    private static boolean receives(DatagramSocket at) throws IOException {
        try {
            at.receive(new DatagramPacket(new byte[2048], 2048));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
