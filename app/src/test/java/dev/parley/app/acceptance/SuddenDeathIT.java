package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The host is killed again and again while two members write as fast as they can. What anyone has seen, or was told
/// to be stored, is there afterwards, once. The number of kills is the system property `parley.it.kills`.
@Timeout(value = 1, unit = TimeUnit.HOURS) // a kill takes two to three seconds, and 500 are asked for now and then
class SuddenDeathIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 20);
    private static final String PASSWORD = "nine lives";
    private static final String ROOM = "Mortal";

    /// How many more messages of each member must be stored before the next kill, at most.
    private static final int LONGEST_LIFE = 400;

    @Test
    void nothingIsLostOrDoubledHoweverOftenTheHostIsKilled(@TempDir Path folder, TestReporter reporter) {
        Parley hosting = Parley.on(folder.resolve("host"));
        Running host = hosting.password(PASSWORD).start("host", ROOM, "--no-announce", "--idle", "never");
        String port = host.event("ready").get("port").getAsString(); // the usual one or the next: the system gives those to nobody meanwhile
        Random random = new Random(20261120);
        long begin = System.nanoTime();
        try (Writer ana = writer(folder, "Ana", port); Writer ben = writer(folder, "Ben", port)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int life = 1 + random.nextInt(LONGEST_LIFE);
                ana.awaitMoreSent(life);
                ben.awaitMoreSent(life);
                host.kill();
                host.close();
                host = hosting.start("host", ROOM, "--port", port, "--no-announce");
                host.event("ready");
            }
            try {
                ana.stop();
                ben.stop();
                ana.awaitSeen(ana.written() + ben.written());
                ben.awaitSeen(ana.written() + ben.written());
                check(hosting.run("log", "--last", "1000000"), ana, ben);
            } catch (AssertionError e) {
                keep(hosting.run("log", "--last", "1000000"), ana, ben);
                throw e;
            }
            Figures.report(reporter, "sudden death:", KILLS + " kills, " + (ana.written() + ben.written())
                    + " messages, " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        } finally {
            host.close();
        }
    }

    private static Writer writer(Path folder, String name, String port) {
        Writer writer = new Writer(name, Parley.on(folder.resolve(name)).password(PASSWORD)
                .start("join", ROOM, "--at", "127.0.0.1:" + port, "--name", name));
        writer.start();
        return writer;
    }

    /// When something is wrong, what everybody wrote is kept beside the reports.
    private static void keep(Running log, Writer ana, Writer ben) {
        try {
            Path kept = Files.createDirectories(Path.of("target", "sudden-death"));
            Files.write(kept.resolve("log.jsonl"), log.lines());
            Files.write(kept.resolve("ana.jsonl"), ana.process().lines());
            Files.write(kept.resolve("ben.jsonl"), ben.process().lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Running log, Writer ana, Writer ben) {
        List<Message> logged = Message.logged(log);
        List<Message> seenByAna = Message.seenBy(ana.process());
        List<Message> seenByBen = Message.seenBy(ben.process());

        assertThat(logged).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(logged).extracting(m -> m.from() + m.text()).doesNotHaveDuplicates();
        assertThat(log.events("entry").stream().map(e -> e.get("seq").getAsLong()).toList())
                .isEqualTo(LongStream.rangeClosed(1, log.events("entry").size()).boxed().toList());
        assertThat(seenByAna).isEqualTo(seenByBen).isEqualTo(logged);
        for (Writer writer : List.of(ana, ben)) {
            assertThat(writer.sent()).containsExactlyInAnyOrderEntriesOf(idsOf(writer.name(), logged));
            assertThat(logged.stream().filter(m -> m.from().equals(writer.name())).map(Message::text))
                    .isEqualTo(LongStream.rangeClosed(1, writer.written()).mapToObj(i -> "line " + i).toList());
        }
    }

    private static Map<String, Long> idsOf(String sender, List<Message> logged) {
        Map<String, Long> ids = new HashMap<>();
        logged.stream().filter(m -> m.from().equals(sender)).forEach(m -> ids.put(m.id(), m.seq()));
        return ids;
    }

    /// A member whose standard input is never empty until it is told to stop.
    private static final class Writer implements AutoCloseable {

        private static final String SENT = "{\"event\":\"sent\"";
        private static final String SEEN = "{\"event\":\"message\"";

        private final String name;
        private final Running process;
        private final Thread thread;
        private volatile boolean stopping;
        private volatile int written;

        Writer(String name, Running process) {
            this.name = name;
            this.process = process;
            this.thread = Thread.ofPlatform().daemon().unstarted(this::write);
        }

        void start() {
            process.event("caught-up");
            thread.start();
        }

        private void write() {
            for (int line = 1; !stopping; line++) {
                process.say("line " + line);
                written = line;
            }
        }

        void awaitMoreSent(int more) {
            process.awaitCount(SENT, process.count(SENT) + more);
        }

        /// Waits until all that was written is stored.
        void stop() {
            stopping = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            process.awaitCount(SENT, written);
        }

        void awaitSeen(int messages) {
            process.awaitCount(SEEN, messages);
        }

        String name() {
            return name;
        }

        Running process() {
            return process;
        }

        int written() {
            return written;
        }

        /// The ids of which the member was told that they are stored, with their numbers. None may be told twice.
        Map<String, Long> sent() {
            Map<String, Long> all = new HashMap<>();
            List<String> twice = new ArrayList<>();
            for (JsonObject event : process.events("sent")) {
                String id = event.get("id").getAsString();
                if (all.put(id, event.get("seq").getAsLong()) != null) {
                    twice.add(id);
                }
            }
            assertThat(twice).isEmpty();
            return all;
        }

        @Override
        public void close() {
            stopping = true;
            process.close();
        }
    }
}
