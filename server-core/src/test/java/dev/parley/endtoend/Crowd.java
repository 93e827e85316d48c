package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// Many members over TCP, each of which remembers no more than a few numbers.
final class Crowd implements AutoCloseable {

    private static final Duration JOINED_IN = Duration.ofMinutes(2);

    private final List<One> all = new ArrayList<>();

    Crowd(int size, int port, Path folder) {
        for (int i = 0; i < size; i++) {
            all.add(new One(i, port, folder));
        }
        awaitJoined();
    }

    private void awaitJoined() {
        Awaitility.await("joined").atMost(JOINED_IN).untilAsserted(() -> assertThat(state()).startsWith(all.size() + " joined"));
    }

    static final class One {

        private final RoomClient client;
        private volatile long last;
        private volatile int texts;
        private volatile int joins;
        private volatile int offline;
        private volatile int disorder;
        private volatile String ended = ""; // why, once it has

        private One(int number, int port, Path folder) {
            String name = "Member " + number;
            client = RoomClient.open(new ClientConfig(() -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), new UserName(name),
                    Optional.empty(), FileKnownHosts.open(folder.resolve("known-hosts-" + number + ".json")),
                    Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32), Optional.empty(), false));
            client.join(ROOM, Optional.empty(), OptionalLong.empty());
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                while (!ended()) {
                    hear(client.next());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        private void hear(ClientEvent event) {
            switch (event) {
                case ClientEvent.Received received -> {
                    disorder += last != 0 && received.entry().seq() != last + 1 ? 1 : 0;
                    last = received.entry().seq();
                    texts += received.entry().kind() == EntryKind.TEXT ? 1 : 0;
                }
                case ClientEvent.Joined _ -> joins++;
                case ClientEvent.Offline _ -> offline++;
                case ClientEvent.Ended(var reason, var words) -> ended = reason + ": " + words;
                default -> {
                    return; // not counted
                }
            }
        }

        long last() {
            return last;
        }

        int texts() {
            return texts;
        }

        int joins() {
            return joins;
        }

        int offline() {
            return offline;
        }

        int disorder() {
            return disorder;
        }

        boolean ended() {
            return !ended.isEmpty();
        }
    }

    boolean all(Predicate<One> what) {
        return all.stream().allMatch(what);
    }

    long count(Predicate<One> what) {
        return all.stream().filter(what).count();
    }

    /// For people who wonder why it takes so long.
    String state() {
        return count(one -> one.joins() >= 1) + " joined, " + count(one -> one.joins() > 1) + " more than once, "
                + count(one -> one.offline() > 0) + " were offline, " + count(One::ended) + " ended "
                + all.stream().filter(One::ended).map(one -> one.ended).distinct().toList();
    }

    @Override
    public void close() {
        List<Thread> farewells = all.stream().map(one -> Thread.ofVirtual().start(one.client::close)).toList();
        try {
            for (Thread farewell : farewells) {
                farewell.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
