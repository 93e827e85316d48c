package dev.parley.log.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.AuditType;
import dev.parley.log.LogBusyException;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing host without warning, again and again on the same file. More rounds: `-Dparley.kill.cycles=500`;
/// another course: `-Dparley.kill.seed=7`.
class KilledHostTest {

    private static final int CYCLES = Integer.getInteger("parley.kill.cycles", 5);
    private static final long SEED = Long.getLong("parley.kill.seed", 20_261_120);
    private static final int MOST_ACKNOWLEDGEMENTS = 6_000;

    private final TurnableClock clock = new TurnableClock();

    /// What the host said is stored: room, then number, then id and length.
    private final Map<RoomId, Map<Long, Acknowledged>> ledger = new HashMap<>();

    @Test
    @Timeout(3_600)
    void whatWasAcknowledgedIsThereOnceAndNumbersHaveNoGaps(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            killAfter(folder, random.nextInt(MOST_ACKNOWLEDGEMENTS), random.nextLong());
            OpenResult result = H2MessageLog.open(folder, clock);
            try (MessageLog log = result.log()) {
                assertThat(result).as("cycle %d", cycle).isInstanceOf(OpenResult.Opened.class);
                assertThat(log.auditBefore(Long.MAX_VALUE, 10)).as("cycle %d: indexes were not whole", cycle)
                        .noneMatch(record -> record.event().type() == AuditType.DATABASE_RESTORED);
                log.rooms().forEach(room -> check(log, room));
            }
        }
    }

    @Test
    void theFolderOfALivingHostIsRefused(@TempDir Path folder) throws Exception {
        Process host = start(folder, 1);
        try (BufferedReader out = host.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            assertThatExceptionOfType(LogBusyException.class).isThrownBy(() -> H2MessageLog.open(folder, clock));
        } finally {
            host.destroyForcibly().waitFor();
        }
    }

    private void killAfter(Path folder, int acknowledgements, long seed) throws Exception {
        Process host = start(folder, seed);
        long pid = host.pid();
        try (BufferedReader out = host.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            String line;
            for (int i = 0; (line = out.readLine()) != null; i++) {
                note(line);
                if (i == acknowledgements) {
                    // not Process.destroyForcibly: it closes the pipe, and what is in it was acknowledged too
                    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
                }
            }
        } finally {
            host.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path folder, long seed) throws IOException {
        return ChildJava.start(CrashingHost.class, folder.toString(), Long.toString(seed));
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words.length != 5 || !words[0].equals("ack")) {
            return; // the last line may be cut
        }
        RoomId room = new RoomId(Integer.parseInt(words[1]));
        long seq = Long.parseLong(words[2]);
        Acknowledged said = new Acknowledged(new MessageId(words[3]), Integer.parseInt(words[4]));
        Acknowledged before = ledger.computeIfAbsent(room, r -> new HashMap<>()).put(seq, said);
        assertThat(before).as("number %d of room %s was given twice", seq, room).isNull();
    }

    private void check(MessageLog log, RoomRecord room) {
        Map<Long, Acknowledged> expected = ledger.getOrDefault(room.id(), Map.of());
        Set<MessageId> seen = new HashSet<>();
        List<Long> missing = new ArrayList<>(expected.keySet());
        long next = 1;
        while (true) {
            List<Entry> page = log.range(room.id(), next, 500);
            if (page.isEmpty()) {
                break;
            }
            for (Entry entry : page) {
                assertThat(entry.seq()).as("room %s", room.id()).isEqualTo(next++);
                assertThat(seen.add(entry.id())).as("id of entry %d twice", entry.seq()).isTrue();
                Acknowledged said = expected.get(entry.seq());
                if (said != null) {
                    assertThat(entry.id()).isEqualTo(said.id());
                    assertThat(entry.body()).hasSize(said.length());
                }
                assertThat(entry.body())
                        .isEqualTo(CrashingHost.body(entry.id(), entry.body().length() - 26));
            }
        }
        assertThat(next - 1).isEqualTo(room.head());
        missing.removeIf(seq -> seq <= room.head());
        assertThat(missing).as("acknowledged but lost in room %s", room.id()).isEmpty();
    }

    private record Acknowledged(MessageId id, int length) {}
}
