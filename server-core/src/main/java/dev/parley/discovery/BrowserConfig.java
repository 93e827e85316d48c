package dev.parley.discovery;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How a [Browser] looks for rooms.
///
/// @param remembered hosts to ask directly, at most 64 are used; names are resolved in the background
/// @param dnsSd whether to listen for `_parley._tcp` announcements
/// @param broadcast whether to ask by broadcast, and on the ports of this machine
/// @param lostAfter how long a host may be silent before its rooms are lost
/// @param nanoTime monotonic clock in nanoseconds, as [System#nanoTime]
/// @param interfaces the addresses of this machine; asked every two seconds
/// @param random source of the nonces
public record BrowserConfig(
        List<InetSocketAddress> remembered,
        boolean dnsSd,
        boolean broadcast,
        Duration lostAfter,
        LongSupplier nanoTime,
        Supplier<List<LocalAddress>> interfaces,
        SecureRandom random) {

    /// Remembered hosts that are asked; more are ignored.
    public static final int MAX_REMEMBERED = 64;

    /// Four rounds of questions may get lost.
    public static final Duration LOST_AFTER = Duration.ofSeconds(12);

    public BrowserConfig {
        if (lostAfter.isNegative() || lostAfter.isZero()) {
            throw new IllegalArgumentException("lostAfter must be positive");
        }
        remembered = remembered.stream().limit(MAX_REMEMBERED).toList();
    }

    /// Every stage, with the times that suit people in front of a list.
    public static BrowserConfig standard(List<InetSocketAddress> remembered) {
        return new BrowserConfig(
                remembered, true, true, LOST_AFTER, System::nanoTime, NetworkInterfaces::all, new SecureRandom());
    }

    /// The same, with only the chosen stages on.
    public BrowserConfig withStages(boolean useDnsSd, boolean useBroadcast) {
        return new BrowserConfig(remembered, useDnsSd, useBroadcast, lostAfter, nanoTime, interfaces, random);
    }
}
