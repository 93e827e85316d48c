package dev.parley.server;

import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import dev.parley.room.Role;
import dev.parley.room.Room;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The steps of a delivery, one by one, without the network: sealing, JSON, and the loop over the members of a room.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeliveryBenchmark {

    private static final int MEMBERS = 100;
    private static final int BATCH = 64;
    private static final RoomName ROOM = new RoomName("bench 1");

    private final DatagramKeys keys = DatagramKeys.of(new byte[DatagramKeys.BYTES]);
    private final DatagramSealer sealer = new DatagramSealer(keys, 7, System::nanoTime);
    private final DatagramSealer sender = new DatagramSealer(keys, 7, System::nanoTime);
    private final DatagramOpener opener = new DatagramOpener(keys, 7);
    private final ByteBuffer plaintext = ByteBuffer.allocate(1200);
    private final ByteBuffer sealed = ByteBuffer.allocateDirect(1200);
    private final ByteBuffer opened = ByteBuffer.allocate(1200);
    private final List<Entry> entries = new ArrayList<>();
    private final byte[] post = Codec.encode(
            new Request.Post(ROOM, MessageId.next(), 1, new MessageText("x".repeat(128))), "1");
    private final byte[] entry;
    private final Room<Batch> room = new Room<>(MEMBERS, 0);
    private long delivered;

    public DeliveryBenchmark() {
        for (int i = 1; i <= BATCH; i++) {
            entries.add(new Entry(i, MessageId.next(), EntryKind.TEXT, new UserName("Ana"), Instant.EPOCH, "x".repeat(128)));
        }
        entry = Codec.encode(new Reply.EntryPush(ROOM, entries.getFirst()), null);
        for (int i = 0; i < MEMBERS; i++) {
            room.enter(new Member<>(new UserName("m" + i), Role.MEMBER, batch -> delivered += batch.last()));
        }
    }

    @Benchmark
    public int seal() {
        plaintext.clear().limit(200);
        sealed.clear();
        return sealer.seal(plaintext, sealed);
    }

    @Benchmark
    public int sealAndOpen() {
        plaintext.clear().limit(200);
        sealed.clear();
        opened.clear();
        sender.seal(plaintext, sealed);
        return opener.open(sealed.flip(), opened);
    }

    @Benchmark
    public byte[] encodeEntry() {
        return Codec.encode(new Reply.EntryPush(ROOM, entries.getFirst()), null);
    }

    @Benchmark
    public Reply decodeEntry() {
        return Codec.decodeReply(entry).message();
    }

    @Benchmark
    public Request decodePost() {
        return Codec.decodeRequest(post).message();
    }

    /// For 64 entries together.
    @Benchmark
    public int encodeBatch() {
        try (Batch batch = new Batch(ROOM, entries)) {
            return batch.frames().size();
        }
    }

    /// For 100 members together.
    @Benchmark
    public long fanOutLoop() {
        try (Batch batch = new Batch(ROOM, entries)) {
            room.broadcast(batch, batch.last());
        }
        return delivered;
    }
}
