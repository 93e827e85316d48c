package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A UDP socket that answers questions like a room server, or as a test tells it to.
final class FakeHost implements AutoCloseable {

    static final UserName ANA = new UserName("Ana");

    /// What to send back for the nonce of a question.
    interface Behaviour {
        List<byte[]> answers(long nonce, Announcement truth);
    }

    static final Behaviour HONEST = (nonce, truth) -> new HostAnswer(() -> truth)
            .answer(ByteBuffer.wrap(Beacon.question(nonce)), new InetSocketAddress("192.0.2.1", 1)).stream().toList();
    static final Behaviour SILENT = (nonce, truth) -> List.of();

    final AtomicInteger questions = new AtomicInteger();
    private final DatagramSocket socket;
    private final AtomicReference<Announcement> truth;
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(HONEST);

    private FakeHost(DatagramSocket socket, String hostId, AnnouncedRoom... rooms) {
        this.socket = socket;
        truth = new AtomicReference<>(new Announcement(hostId, ANA, socket.getLocalPort(), List.of(rooms)));
    }

    static FakeHost on(DatagramSocket socket, String hostId, AnnouncedRoom... rooms) {
        FakeHost host = new FakeHost(socket, hostId, rooms);
        Thread.startVirtualThread(host::serve);
        return host;
    }

    static FakeHost on(InetAddress bind, String hostId, AnnouncedRoom... rooms) {
        try {
            return on(new DatagramSocket(new InetSocketAddress(bind, 0)), hostId, rooms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeHost onLoopback(String hostId, AnnouncedRoom... rooms) {
        return on(InetAddress.getLoopbackAddress(), hostId, rooms);
    }

    static String id(int number) {
        String digits = Integer.toString(number);
        return "A".repeat(43 - digits.length()) + digits;
    }

    static AnnouncedRoom room(String name, int members) {
        return new AnnouncedRoom(new RoomName(name), false, members);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    Announcement announcement() {
        return truth.get();
    }

    void setRooms(AnnouncedRoom... rooms) {
        truth.updateAndGet(a -> new Announcement(a.hostId(), a.host(), a.port(), List.of(rooms)));
    }

    FakeHost behave(Behaviour how) {
        behaviour.set(how);
        return this;
    }

    private void serve() {
        byte[] buffer = new byte[2000];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                OptionalLong nonce = Beacon.nonceOfQuestion(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                if (nonce.isEmpty()) {
                    continue;
                }
                questions.incrementAndGet();
                for (byte[] answer : behaviour.get().answers(nonce.getAsLong(), truth.get())) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
