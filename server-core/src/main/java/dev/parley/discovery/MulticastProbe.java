package dev.parley.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

/// The part of the network check that sends a multicast datagram through one card and waits for it to come back. Uses
/// the group of DNS-SD, but a port of its own, so that nobody else is disturbed.
final class MulticastProbe {

    private static final String GROUP_IPV4 = "224.0.0.251";
    private static final String GROUP_IPV6 = "ff02::fb";
    private static final int TRIES = 3;
    private static final int WAIT_MILLIS = 300;

    private MulticastProbe() {}

    static Finding run(LocalAddress at) {
        boolean works;
        try {
            works = comesBack(at);
        } catch (IOException e) {
            works = false;
        }
        return new Finding(works ? Finding.Level.OK : Finding.Level.WARN, "multicast",
                Map.of("interface", at.interfaceName(), "address", at.address().getHostAddress()));
    }

    private static boolean comesBack(LocalAddress at) throws IOException {
        NetworkInterface card = NetworkInterface.getByInetAddress(at.address());
        if (card == null) {
            return false;
        }
        byte[] sent = new byte[32];
        new SecureRandom().nextBytes(sent);
        try (MulticastSocket socket = new MulticastSocket(0)) {
            InetAddress group = InetAddress.getByName(at.isIpv4() ? GROUP_IPV4 : GROUP_IPV6);
            InetSocketAddress target = new InetSocketAddress(group, socket.getLocalPort());
            socket.setNetworkInterface(card);
            socket.setTimeToLive(1);
            socket.setSoTimeout(WAIT_MILLIS);
            socket.joinGroup(target, card);
            for (int i = 0; i < TRIES; i++) {
                socket.send(new DatagramPacket(sent, sent.length, target));
                if (received(socket, sent)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean received(MulticastSocket socket, byte[] sent) {
        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        try {
            socket.receive(packet);
        } catch (IOException e) {
            return false; // nothing in time
        }
        return Arrays.equals(sent, Arrays.copyOf(packet.getData(), packet.getLength()));
    }
}
