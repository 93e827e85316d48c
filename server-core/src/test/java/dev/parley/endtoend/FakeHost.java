package dev.parley.endtoend;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.parley.crypto.HostIdentity;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Somebody with a TLS certificate of their own who plays the host. What is said is up to a [Part].
final class FakeHost implements AutoCloseable {

    /// What the fake host does on each connection, on a thread of its own.
    interface Part {
        void play(Conversation with) throws IOException;
    }

    /// One connection of a client.
    static final class Conversation {
        private final SSLSocket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        private Conversation(SSLSocket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = new DataOutputStream(socket.getOutputStream());
        }

        SSLSocket socket() {
            return socket;
        }

        /// The next request of that type; others are passed over.
        JsonObject hear(String type) throws IOException {
            while (true) {
                byte[] json = new byte[in.readInt()];
                in.readFully(json);
                JsonObject message = JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
                if (message.get("type").getAsString().equals(type)) {
                    return message.getAsJsonObject("data");
                }
            }
        }

        void say(String json) throws IOException {
            byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }

        /// Up to the point where the client asks to be let into the room.
        void logIn() throws IOException {
            hear("hello");
            say("{'type':'hello','status':'ok','data':{'version':1,'server':'fake','index':7}}");
            String name = hear("guest").get("username").getAsString();
            say("{'type':'guest','status':'ok','data':{'username':'" + name + "','chatroom':'lobby'}}");
            hear("join");
        }

        void joined(String mac) throws IOException {
            say("{'type':'joined','status':'ok','data':{'room':'Lobby','head':0,'after':0,'locked':true,'people':[],'count':0" + mac + "}}");
        }

        void entry(String text) throws IOException {
            say("{'type':'entry','status':'ok','data':{'room':'Lobby','entry':{'seq':1,'id':'01ARZ3NDEKTSV4RRFFQ69G5FAV',"
                    + "'kind':'text','from':'Host','at':'2026-01-01T00:00:00Z','body':'" + text + "'}}}");
        }
    }

    private final SSLServerSocket server;
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();

    FakeHost(Path folder, int port, Part part) throws IOException {
        server = (SSLServerSocket) tls(folder).getServerSocketFactory().createServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(() -> accept(part));
    }

    private static SSLContext tls(Path folder) {
        try {
            HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("fake.p12"), new SecureRandom(), Clock.systemUTC());
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, new char[0]);
            keys.setKeyEntry("fake", identity.privateKey(), new char[0], new Certificate[] {identity.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, new char[0]);
            SSLContext tls = SSLContext.getInstance("TLSv1.3");
            tls.init(managers.getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept(Part part) {
        try {
            while (true) {
                SSLSocket socket = (SSLSocket) server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        part.play(new Conversation(socket));
                    } catch (IOException e) {
                        return; // the client has gone
                    }
                });
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SSLSocket socket : open) {
            socket.close();
        }
    }
}
