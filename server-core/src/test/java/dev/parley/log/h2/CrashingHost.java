package dev.parley.log.h2;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.LogSettings;
import dev.parley.log.LogWriter;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.log.Samples;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A host that writes to several rooms as fast as it can and prints every acknowledgement, until it is killed.
final class CrashingHost {

    private static final int ROOMS = 3;
    private static final int SENDERS = 4;
    private static final int ON_THEIR_WAY = 40;

    private CrashingHost() {}

    /// Arguments: the data folder, a seed.
    public static void main(String[] args) {
        ChildJava.endWithParent();
        Path folder = Path.of(args[0]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        MessageLog log = H2MessageLog.open(folder, Clock.systemUTC()).log();
        List<RoomId> rooms = log.rooms().isEmpty()
                ? IntStream.range(0, ROOMS).mapToObj(i -> Samples.room(log, "room " + i)).toList()
                : log.rooms().stream().map(RoomRecord::id).toList();
        ExecutorService deliver = Executors.newSingleThreadExecutor();
        LogSettings settings = LogSettings.standard(H2MessageLog.backups(folder)).withBackups(Duration.ZERO, 1);
        LogWriter writer = new LogWriter(log, deliver, new Quiet(), settings, Clock.systemUTC());
        Random pauses = new Random(Long.parseLong(args[1]));
        Thread.ofPlatform().start(() -> tidy(log, pauses));
        out.println("ready");
        out.flush();
        for (int i = 0; i < SENDERS; i++) {
            Random random = new Random(Long.parseLong(args[1]) + i);
            Thread.ofPlatform().start(() -> send(writer, rooms, random, out));
        }
    }

    private static void send(LogWriter writer, List<RoomId> rooms, Random random, PrintStream out) {
        Semaphore onTheirWay = new Semaphore(ON_THEIR_WAY);
        while (true) {
            onTheirWay.acquireUninterruptibly();
            MessageId id = MessageId.next();
            RoomId room = rooms.get(random.nextInt(rooms.size()));
            writer.submit(new Draft(room, id, EntryKind.TEXT, Samples.ANA, body(id, random.nextInt(500))), outcome -> {
                onTheirWay.release();
                if (outcome instanceof Appended appended) {
                    out.println("ack " + room + " " + appended.entry().seq() + " " + id + " "
                            + appended.entry().body().length());
                    out.flush();
                }
            });
        }
    }

    /// Far more often than usual: a host must survive being killed in the middle of it, and between.
    private static void tidy(MessageLog log, Random pauses) {
        while (true) {
            log.tidy();
            LockSupport.parkNanos(Duration.ofMillis(pauses.nextInt(100)).toNanos());
        }
    }

    /// The words follow from the id, so that the test knows what must be there.
    static String body(MessageId id, int extra) {
        return id.value() + "x".repeat(extra);
    }

    private record Quiet() implements LogWriter.Listener {

        @Override
        public void storageFailed(String reason) {
            System.err.println(reason);
        }

        @Override
        public void storageRecovered() {}
    }
}
