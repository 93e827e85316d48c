package dev.parley.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// One UDP socket that asks, bound to one address of this machine so that questions leave through that network card.
/// What arrives is handed over on a virtual thread of the socket's own.
final class BeaconSocket implements AutoCloseable {

    private static final int FAULTS_IN_A_ROW = 50;

    /// Takes what arrived. Must not block; the buffer is only valid during the call.
    interface Receiver {
        void received(ByteBuffer datagram, InetSocketAddress from);
    }

    private final DatagramSocket socket;
    private final Receiver receiver;

    private BeaconSocket(DatagramSocket socket, Receiver receiver) {
        this.socket = socket;
        this.receiver = receiver;
    }

    static BeaconSocket open(InetAddress bind, Receiver receiver) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(bind, 0));
        try {
            socket.setBroadcast(true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        BeaconSocket opened = new BeaconSocket(socket, receiver);
        Thread.ofVirtual().name("parley-beacon-" + bind.getHostAddress()).start(opened::receive);
        return opened;
    }

    /// Sends, or does not: a network that cannot be reached now is ordinary and is tried again in the next round.
    void send(byte[] question, InetSocketAddress to) {
        try {
            socket.send(new DatagramPacket(question, question.length, to));
        } catch (IOException | IllegalArgumentException e) {
            // unreachable, forbidden by a firewall, other address family: this stage stays silent there
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    private void receive() {
        byte[] buffer = new byte[Beacon.ANSWER_BYTES + 1]; // one more, so that what is too long is seen as such
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        for (int faults = 0; faults < FAULTS_IN_A_ROW && !socket.isClosed(); ) {
            try {
                packet.setLength(buffer.length);
                socket.receive(packet);
                faults = 0;
                receiver.received(
                        ByteBuffer.wrap(buffer, 0, packet.getLength()), (InetSocketAddress) packet.getSocketAddress());
            } catch (IOException e) {
                faults++; // Windows reports here that an earlier question met a closed port
            }
        }
        socket.close();
    }

    @Override
    public void close() {
        socket.close();
    }
}
