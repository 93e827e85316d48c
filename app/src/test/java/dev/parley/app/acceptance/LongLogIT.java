package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A room with a long past, whose host is killed in the middle of writing: `-Pfaults`.
@Timeout(400)
@EnabledIfSystemProperty(named = "parley.it.entries", matches = "\\d+", disabledReason = "a long log takes long to write: -Pfaults")
class LongLogIT {

    private static final int ENTRIES = Integer.getInteger("parley.it.entries", 0);
    private static final String ROOM = "Past";
    private static final int AT_ONCE = 1000;
    private static final int SAID = 200;
    private static final long READY_MILLIS = 3000;

    @Test
    void theHostIsReadyAgainInThreeSeconds(@TempDir Path folder, TestReporter reporter) {
        Parley hosting = Parley.on(folder.resolve("host"));
        try (Running host = host(hosting)) {
            host.event("ready");
            host.kill();
        }
        fill(hosting.data());
        try (Running host = host(hosting)) {
            String place = "127.0.0.1:" + host.event("ready").get("port").getAsString();
            try (Running ana = Parley.on(folder.resolve("ana")).start("join", ROOM, "--at", place, "--name", "Ana")) {
                ana.event("caught-up");
                IntStream.range(0, 2 * SAID).forEach(i -> ana.say("line " + i));
                ana.awaitCount("{\"event\":\"sent\"", SAID);
                host.kill();
            }
        }
        long begin = System.nanoTime();
        try (Running host = host(hosting)) {
            host.event("ready");
            long millis = (System.nanoTime() - begin) / 1_000_000;
            Figures.report(reporter, "killed with " + ENTRIES + " entries:", "ready again after " + millis + " ms");
            assertThat(millis).isLessThan(READY_MILLIS);
            begin = System.nanoTime();
            Running log = hosting.run("log", "--last", "" + ENTRIES);
            assertThat(log.count("\"event\":\"entry\"")).isEqualTo(ENTRIES);
            Figures.report(reporter, "all of them printed while the host runs:", (System.nanoTime() - begin) / 1_000_000 + " ms");
        }
        List<JsonObject> last = hosting.run("log", "--last", "1").events("entry");
        assertThat(last.getFirst().get("seq").getAsLong()).isGreaterThan(ENTRIES + SAID);
    }

    private static Running host(Parley hosting) {
        return hosting.start("host", ROOM, "--open", "--port", "0", "--no-announce");
    }

    private static void fill(Path data) {
        try (MessageLog log = H2MessageLog.open(data, Clock.systemUTC()).log()) {
            RoomId room = log.rooms().getFirst().id();
            for (int i = 0; i < ENTRIES; i += AT_ONCE) {
                int from = i;
                log.append(IntStream.range(from, Math.min(ENTRIES, from + AT_ONCE)).mapToObj(n -> new Draft(room, MessageId.next(),
                        EntryKind.TEXT, new UserName("Ana"), "what was said long ago, number " + n)).toList());
            }
        }
    }
}
