package dev.parley.endtoend;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;

/// A client made from the documentation alone: a TLS socket, a length before each JSON text, nothing of our own code.
final class PlainClient implements AutoCloseable {

    private final SSLSocket socket;
    private final DataOutputStream out;
    private final List<JsonObject> received = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private volatile boolean deaf;
    private int position;

    /// Connects and reads.
    PlainClient(int port) throws IOException {
        this(port, 0);
        read();
    }

    private PlainClient(int port, int receiveBuffer) throws IOException {
        this(port, receiveBuffer, InetAddress.getLoopbackAddress());
    }

    private PlainClient(int port, int receiveBuffer, InetAddress from) throws IOException {
        socket = (SSLSocket) trusting().getSocketFactory().createSocket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.bind(new java.net.InetSocketAddress(from, 0));
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.startHandshake();
        out = new DataOutputStream(socket.getOutputStream());
    }

    /// Connects and does not read until [#read].
    static PlainClient deaf(int port) throws IOException {
        return new PlainClient(port, 4096);
    }

    /// Connects, and reads without looking at it.
    static PlainClient indifferent(int port) throws IOException {
        PlainClient client = new PlainClient(port, 0);
        Thread.ofVirtual().start(() -> {
            try {
                client.socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                client.over = true;
            }
        });
        return client;
    }

    /// Connects from another address of this machine and reads.
    static PlainClient from(InetAddress address, int port) throws IOException {
        PlainClient client = new PlainClient(port, 0, address);
        client.read();
        return client;
    }

    private static SSLContext trusting() {
        try {
            SSLContext tls = SSLContext.getInstance("TLSv1.3");
            tls.init(null, new TrustManager[] {new TrustEveryone()}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustEveryone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("this is a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // plain clients do not know whom they talk to
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    void read() {
        Thread.ofVirtual().start(() -> {
            try {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (!deaf) {
                    byte[] json = new byte[in.readInt()];
                    in.readFully(json);
                    received.add(JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject());
                }
            } catch (IOException e) {
                over = true;
            }
        });
    }

    /// Reads one more message at most.
    void stopReading() {
        deaf = true;
    }

    /// @param namesAndValues of the fields of `data`, in turn
    PlainClient send(String type, String... namesAndValues) throws IOException {
        JsonObject data = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        message.add("data", data);
        return frame(message.toString());
    }

    PlainClient frame(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = java.nio.ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
        return raw(frame);
    }

    synchronized PlainClient raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /// Logs in and goes into the room.
    PlainClient enter(String name, String room) throws IOException {
        send("guest", "username", name);
        expect("guest");
        send("enter", "room", room);
        expect("enter");
        return this;
    }

    /// The `data` of the next message of that type; what comes before it is passed over.
    JsonObject expect(String type) {
        return expect(type, m -> true).getAsJsonObject("data");
    }

    /// The next message of that type that is an error.
    String expectError(String type) {
        return expect(type, m -> "error".equals(m.get("status").getAsString())).getAsJsonObject("data").get("code").getAsString();
    }

    JsonObject expect(String type, Predicate<JsonObject> wanted) {
        return Awaitility.await(type).atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> next(type, wanted), found -> !found.isEmpty()).getFirst();
    }

    /// Waits for one more message of whatever type, which must be an error.
    void expectAnyError() {
        JsonObject message = Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> received.stream().skip(position).toList(),
                found -> !found.isEmpty()).getFirst();
        position++;
        if (!"error".equals(message.get("status").getAsString())) {
            throw new AssertionError("not an error: " + message);
        }
    }

    private List<JsonObject> next(String type, Predicate<JsonObject> wanted) {
        for (int i = position; i < received.size(); i++) {
            JsonObject message = received.get(i);
            if (message.get("type").getAsString().equals(type) && wanted.test(message)) {
                position = i + 1;
                return List.of(message);
            }
        }
        return List.of();
    }

    /// The data of everything of that type that has come so far.
    List<JsonObject> all(String type) {
        return received.stream()
                .filter(m -> m.get("type").getAsString().equals(type))
                .map(m -> m.getAsJsonObject("data"))
                .toList();
    }

    List<String> texts() {
        return all("msg").stream().map(m -> m.get("text").getAsString()).toList();
    }

    void awaitEnd() {
        Awaitility.await("end of the connection").atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> over);
    }

    boolean over() {
        return over;
    }

    SSLSocket socket() {
        return socket;
    }

    SSLSession session() {
        return socket.getSession();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
