package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Replayed, changed and invented datagrams, many of them. More: `-Dparley.udp.forgeries=10000000`.
class ForgeryTest {

    private static final int FORGERIES = Integer.getInteger("parley.udp.forgeries", 100_000);
    private static final int FRESH_EVERY = 100;
    private static final long INDEX = 0xFEDC_BA98L;

    @Test
    void noneIsAcceptedAndEveryHonestOneIs(TestReporter reporter) {
        DatagramKeys keys = DatagramTest.keys(1);
        DatagramSealer sealer = new DatagramSealer(keys, INDEX, () -> 0);
        DatagramOpener opener = new DatagramOpener(keys, INDEX);
        Random random = new Random(7420);
        Set<Long> counters = new HashSet<>();
        byte[] honest = {};
        long accepted = 0;
        for (int i = 0; i < FORGERIES; i++) {
            if (i % FRESH_EVERY == 0) {
                honest = DatagramTest.seal(sealer, "message " + i);
                assertThat(counters.add(ByteBuffer.wrap(honest).getLong(5))).as("a counter twice").isTrue();
                byte[] changed = changed(honest, random);
                accepted += open(opener, changed) ? 1 : 0; // a forgery that overtakes the honest one
                assertThat(open(opener, honest)).isTrue();
            }
            accepted += open(opener, i % 3 == 0 ? honest : changed(honest, random)) ? 1 : 0;
        }
        assertThat(accepted).isZero();
        Figures.report(reporter, "forgeries accepted", accepted + " of " + FORGERIES);
    }

    private static byte[] changed(byte[] honest, Random random) {
        byte[] bytes = honest.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        if (random.nextBoolean()) {
            ByteBuffer.wrap(bytes).putLong(5, ByteBuffer.wrap(bytes).getLong(5) + 1 + random.nextInt(5_000)); // a counter of its own choice
            bytes[bytes.length - 1] ^= 1;
        }
        return bytes;
    }

    private static boolean open(DatagramOpener opener, byte[] datagram) {
        return opener.open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(1200)) >= 0;
    }
}
