package dev.parley.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One question to one host, asked again until it answers or the time is over.
final class DirectQuestion {

    private static final int FIRST_WAIT_MILLIS = 200;
    private static final int LONGEST_WAIT_MILLIS = 1000;

    private DirectQuestion() {}

    /// Blocks for at most `timeout`, and as long as the system takes to resolve a name.
    static Optional<Announcement> ask(InetSocketAddress host, Duration timeout, SecureRandom random) {
        long end = System.nanoTime() + timeout.toNanos();
        try (DatagramSocket socket = new DatagramSocket()) {
            List<InetSocketAddress> targets = resolve(host);
            long nonce = random.nextLong();
            byte[] question = Beacon.question(nonce);
            for (int wait = FIRST_WAIT_MILLIS; end - System.nanoTime() > 0; wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS)) {
                for (InetSocketAddress target : targets) {
                    send(socket, question, target);
                }
                long until = Math.min(end, System.nanoTime() + Duration.ofMillis(wait).toNanos());
                Optional<Announcement> answer = await(socket, nonce, until);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // no such name, no network
        }
        return Optional.empty();
    }

    private static List<InetSocketAddress> resolve(InetSocketAddress host) throws IOException {
        if (!host.isUnresolved()) {
            return List.of(host);
        }
        List<InetSocketAddress> all = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host.getHostString())) {
            all.add(new InetSocketAddress(address, host.getPort()));
        }
        return all;
    }

    private static void send(DatagramSocket socket, byte[] question, InetSocketAddress target) {
        try {
            socket.send(new DatagramPacket(question, question.length, target));
        } catch (IOException | IllegalArgumentException e) {
            // not reachable this way now; another address or the next try may be
        }
    }

    private static Optional<Announcement> await(DatagramSocket socket, long nonce, long until) throws IOException {
        byte[] buffer = new byte[Beacon.ANSWER_BYTES + 1];
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            socket.setSoTimeout((int) Math.max(1, Duration.ofNanos(left).toMillis()));
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                continue; // time is over, or an earlier question met a closed port
            }
            ByteBuffer datagram = ByteBuffer.wrap(buffer, 0, packet.getLength());
            OptionalLong heard = Beacon.nonceOfAnswer(datagram);
            if (heard.isPresent() && heard.getAsLong() == nonce) {
                Optional<Announcement> answer = Beacon.bodyOfAnswer(datagram).map(Beacon.Answer::announcement);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }
}
