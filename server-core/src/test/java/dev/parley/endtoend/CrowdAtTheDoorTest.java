package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Connections that never log in, from many addresses, while somebody wants to come in. More:
/// `-Dparley.door.connections=20000 -Dparley.door.slow=500`.
@Timeout(300)
class CrowdAtTheDoorTest {

    private static final int CONNECTIONS = Integer.getInteger("parley.door.connections", 3_000);
    private static final int SLOW = Integer.getInteger("parley.door.slow", 100);
    private static final int ADDRESSES = 200;
    private static final int KEPT = 3_000; // sockets of ours that are open at once
    private static final long MEMORY = 64L << 20;

    @TempDir
    Path folder;

    @Test
    void thousandsThatSayNothingDoNotKeepAMemberOut(TestReporter reporter) throws IOException, InterruptedException {
        try (TestHost host = new TestHost(folder).open()) {
            logIn(host, "Warm");
            long before = memory();
            AtomicInteger opened = new AtomicInteger();
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(host.port(), opened));
            Awaitility.await("a full waiting room").atMost(TestMember.PATIENCE).until(() -> opened.get() > 600 || !flood.isAlive());
            long begin = System.nanoTime();
            logIn(host, "Ben");
            long took = (System.nanoTime() - begin) / 1_000_000;
            flood.join();
            assertThat(opened).hasValue(CONNECTIONS);
            long grown = memory() - before;
            assertThat(grown).as("bytes").isLessThan(MEMORY);
            Figures.report(reporter, "silent crowd", CONNECTIONS + " connections, a login took " + took + " ms, memory +" + (grown >> 20) + " MB");
            logIn(host, "Eve");
        }
    }

    private static void flood(int port, AtomicInteger opened) {
        Deque<Socket> open = new ArrayDeque<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket();
                socket.bind(new InetSocketAddress(address(i), 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                open.add(socket);
                opened.incrementAndGet();
                if (open.size() > KEPT) {
                    open.removeFirst().close();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("attack failed after " + opened, e);
        } finally {
            open.forEach(CrowdAtTheDoorTest::close);
        }
    }

    @Test
    void slowSendersOfSingleBytesDoNotKeepAMemberOut(TestReporter reporter) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        try (TestHost host = new TestHost(folder).open()) {
            logIn(host, "Warm");
            long before = memory();
            Thread dripping = Thread.ofPlatform().daemon().start(() -> drip(host.port(), over));
            long begin = System.nanoTime();
            logIn(host, "Ben");
            long took = (System.nanoTime() - begin) / 1_000_000;
            logIn(host, "Eve");
            long grown = memory() - before;
            over.set(true);
            dripping.join();
            assertThat(grown).as("bytes").isLessThan(MEMORY);
            Figures.report(reporter, "slow senders", SLOW + " senders, a login took " + took + " ms, memory +" + (grown >> 20) + " MB");
        }
    }

    /// The first bytes of a TLS record of 16 KB, one byte a turn, by everybody.
    private static void drip(int port, AtomicBoolean over) {
        byte[] start = {22, 3, 1, 64, 0, 1, 0, 63, (byte) 252, 3, 3};
        List<Socket> all = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                all.add(new Socket(InetAddress.getLoopbackAddress(), port, address(i), 0));
            }
            for (int turn = 0; !over.get(); turn++) {
                for (Socket socket : all) {
                    drop(socket, turn < start.length ? start[turn] : 0);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            all.forEach(CrowdAtTheDoorTest::close);
        }
    }

    private static void drop(Socket socket, byte b) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(b);
        } catch (IOException e) {
            return; // put out
        }
    }

    private void logIn(TestHost host, String name) {
        try (TestMember member = new TestMember(name, host.port(), folder).join(ROOM)) {
            member.say(ROOM, name + " is in");
            Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> member.texts().contains(name + " is in"));
        }
    }

    /// 127.0.0.2 and up: the member comes from 127.0.0.1.
    private static InetAddress address(int i) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i % ADDRESSES)});
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // gone before
        }
    }

    /// On the heap and beside it, after the garbage is gone.
    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() + Math.max(0, PlatformDependent.usedDirectMemory());
    }
}
