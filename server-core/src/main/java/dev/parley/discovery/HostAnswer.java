package dev.parley.discovery;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The host's side of the beacon: turns a question that arrived on the room server's UDP port into the answer for its
/// sender. At most 100 answers a second; silence for everything that is not a question, and never more bytes than were
/// asked with. Safe for any thread; does not block unless the supplier does.
///
/// ```java
/// if (HostAnswer.isQuery(datagram)) {
///     answers.answer(datagram, sender).ifPresent(bytes -> socket.send(bytes, sender));
/// }
/// ```
public final class HostAnswer {

    private static final int ANSWERS_PER_SECOND = 100;

    private final Supplier<Announcement> announcement;
    private final TokenBucket bucket;

    public HostAnswer(Supplier<Announcement> announcement) {
        this(announcement, System::nanoTime);
    }

    /// @param nanoTime the clock of the rate limit, in nanoseconds as [System#nanoTime]
    public HostAnswer(Supplier<Announcement> announcement, LongSupplier nanoTime) {
        this.announcement = announcement;
        this.bucket = new TokenBucket(ANSWERS_PER_SECOND, nanoTime);
    }

    /// Whether these bytes, from position to limit, are meant for [#answer]. Moves nothing and allocates next to nothing.
    public static boolean isQuery(ByteBuffer datagram) {
        return Beacon.looksLikeQuestion(datagram);
    }

    /// The bytes to send back to `from` by unicast, or nothing.
    public Optional<byte[]> answer(ByteBuffer datagram, InetSocketAddress from) {
        OptionalLong nonce = Beacon.nonceOfQuestion(datagram);
        if (nonce.isEmpty() || !canBeAnswered(from) || !bucket.tryTake()) {
            return Optional.empty();
        }
        return Optional.of(Beacon.answer(nonce.getAsLong(), announcement.get()));
    }

    private static boolean canBeAnswered(InetSocketAddress from) {
        return from.getPort() != 0 && !from.isUnresolved()
                && !from.getAddress().isMulticastAddress() && !from.getAddress().isAnyLocalAddress();
    }
}
