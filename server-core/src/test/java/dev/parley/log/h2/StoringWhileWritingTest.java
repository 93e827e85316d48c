package dev.parley.log.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// H2 writes one table or index after the other; a host that is killed must not leave a file in which they differ. More
/// rounds: `-Dparley.kill.cycles=500`.
class StoringWhileWritingTest {

    private static final int CYCLES = Integer.getInteger("parley.kill.cycles", 5);

    @TempDir
    Path folder;

    @Test
    void afterAKillTablesAndIndexesAgree() throws Exception {
        Random random = new Random(20_261_130);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            killAfter(100 + random.nextInt(400));
            Database database = StoringWhileWriting.open(folder);
            try {
                long head = StoringWhileWriting.head(database);
                assertThat(StoringWhileWriting.counts(database)).as("cycle %d", cycle).containsOnly(head);
                assertThatCode(() -> StoringWhileWriting.insertAfter(database, head))
                        .as("cycle %d, after entry %d", cycle, head).doesNotThrowAnyException();
            } finally {
                database.close();
            }
        }
    }

    @Test
    void whoMakesH2WriteItsFileWaitsForTheTransactionThatIsOpen() throws Exception {
        Database database = StoringWhileWriting.open(folder);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> assertThatCode(() -> database.write(sql -> {
            open.countDown();
            goOn.await();
            return open;
        })).doesNotThrowAnyException());
        open.await();

        Thread syncing = Thread.ofVirtual().start(() -> assertThatCode(database::sync).doesNotThrowAnyException());
        assertThat(syncing.join(Duration.ofMillis(200))).as("it waits").isFalse();
        goOn.countDown();
        writer.join();
        syncing.join();
        database.close();
    }

    private void killAfter(int millis) throws Exception {
        Process host = ChildJava.start(StoringWhileWriting.class, folder.toString());
        try (BufferedReader out = host.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            host.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            host.destroyForcibly().waitFor();
        }
    }
}
