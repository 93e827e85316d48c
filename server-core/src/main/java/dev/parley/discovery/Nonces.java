package dev.parley.discovery;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The nonces of our recent questions: at most 16, each good for ten seconds. Safe for any thread.
final class Nonces {

    private static final int KEPT = 16;
    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(10);

    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final long[] nonces = new long[KEPT];
    private final long[] born = new long[KEPT];
    private int made;

    Nonces(SecureRandom random, LongSupplier nanoTime) {
        this.random = random;
        this.nanoTime = nanoTime;
    }

    synchronized long next() {
        long nonce = random.nextLong();
        nonces[made % KEPT] = nonce;
        born[made % KEPT] = nanoTime.getAsLong();
        made++;
        return nonce;
    }

    synchronized boolean isOurs(long nonce) {
        long now = nanoTime.getAsLong();
        for (int i = 0; i < Math.min(made, KEPT); i++) {
            if (nonces[i] == nonce && now - born[i] <= GOOD_FOR) {
                return true;
            }
        }
        return false;
    }
}
