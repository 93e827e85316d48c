package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.parley.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// People come, say something and go. What they took is back afterwards. More: `-Dparley.cycles=10000`.
@Timeout(900)
class ComingAndGoingTest {

    private static final int CYCLES = Integer.getInteger("parley.cycles", 300);
    /// With many visits the cache of pages of the database (8 MB, never given back) fills; most of that is to be over before.
    private static final int WARM_UP = Math.max(60, CYCLES / 2);
    private static final int RICH_EVERY = 10;
    private static final int AT_ONCE = 8;
    private static final long HEAP = 8L << 20;

    @TempDir
    Path folder;

    private record Usage(long heap, int threads, long files) {
        static Usage now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
            return new Usage(runtime.totalMemory() - runtime.freeMemory(), ManagementFactory.getThreadMXBean().getThreadCount(), files);
        }

        boolean backAt(Usage before) {
            return heap <= before.heap + HEAP && threads <= before.threads && files <= before.files;
        }
    }

    @Test
    void heapThreadsAndFilesAreBackWhereTheyWere(TestReporter reporter) throws Exception {
        try (TestHost host = new TestHost(folder, Settings.limits(Settings.grace(Duration.ofMillis(100)))).open()) {
            visit(host, WARM_UP);
            Usage before = settled(host);
            visit(host, CYCLES);
            Awaitility.await("as before: " + before).atMost(TestMember.PATIENCE).until(() -> settled(host), now -> now.backAt(before));
            Usage after = settled(host);
            Figures.report(reporter, "coming and going", CYCLES + " visits: heap " + (after.heap - before.heap) / 1024 + " KB, threads "
                    + (after.threads - before.threads) + ", files " + (after.files - before.files));
            assertThat(host.storedTexts()).hasSize(WARM_UP + CYCLES).doesNotHaveDuplicates();
        }
    }

    private final AtomicInteger visits = new AtomicInteger();

    private void visit(TestHost host, int times) throws InterruptedException, ExecutionException {
        Callable<Boolean> visit = () -> {
            visit(host);
            return true;
        };
        try (ExecutorService all = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> one : all.invokeAll(Collections.nCopies(times, visit))) {
                one.get(); // fails with what failed there
            }
        }
    }

    private void visit(TestHost host) throws IOException {
        int number = visits.getAndIncrement();
        String words = "visit " + number;
        if (number % RICH_EVERY == 0) {
            try (TestMember member = new TestMember("Ana " + number, host.port(), folder).join(ROOM)) {
                member.say(ROOM, words);
                Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> member.texts().contains(words));
            }
        } else {
            try (PlainClient client = new PlainClient(host.port()).enter("Ben " + number, "Lobby")) {
                client.send("msg", "to", "public", "text", words);
                client.expect("msg", m -> m.getAsJsonObject("data").get("text").getAsString().equals(words)); // not that of another
                if (number % 2 == 0) {
                    client.send("logout").expect("logout");
                }
            }
        }
    }

    private static Usage settled(TestHost host) {
        host.awaitMembers(0);
        return Usage.now();
    }
}
