package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramEpochTest {

    private static final long INDEX = 7;
    private static final long EPOCH = 1L << 23;

    private final DatagramKeys keys = DatagramTest.keys(1);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final DatagramOpener opener = new DatagramOpener(keys, INDEX);

    @Test
    void theKeyChangesWithTheCount() {
        DatagramSealer sealer = sealer(EPOCH - 2);
        List<byte[]> sent = seal(sealer, 4);
        assertThat(sent.stream().map(DatagramEpochTest::counter)).containsExactly(EPOCH - 2, EPOCH - 1, EPOCH, EPOCH + 1);
        assertThat(sent).allSatisfy(datagram -> assertThat(open(datagram)).isEqualTo(1));
    }

    @Test
    void theKeyChangesWithTime() {
        DatagramSealer sealer = sealer(0);
        byte[] first = seal(sealer);
        nanos.addAndGet(DatagramSealer.REKEY_AFTER.toNanos() - 1);
        byte[] second = seal(sealer);
        nanos.addAndGet(1);
        byte[] third = seal(sealer);
        byte[] fourth = seal(sealer);
        nanos.addAndGet(Duration.ofHours(5).toNanos());
        byte[] fifth = seal(sealer);
        List<byte[]> sent = List.of(first, second, third, fourth, fifth);
        assertThat(sent.stream().map(DatagramEpochTest::counter)).containsExactly(0L, 1L, EPOCH, EPOCH + 1, 2 * EPOCH);
        assertThat(sent).allSatisfy(datagram -> assertThat(open(datagram)).isEqualTo(1));
    }

    @Test
    void noCounterIsUsedTwice() {
        DatagramSealer sealer = sealer(EPOCH - 5000);
        Set<Long> counters = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            nanos.addAndGet(i % 3000 == 2999 ? Duration.ofMinutes(15).toNanos() : 1);
            assertThat(counters.add(counter(seal(sealer)))).isTrue();
        }
        assertThat(counters.stream().map(counter -> counter / EPOCH).distinct()).hasSizeGreaterThan(6);
    }

    @Test
    void overtakenDatagramsOfTheEpochBeforeStillOpenOnce() {
        DatagramSealer sealer = sealer(10);
        byte[] late = seal(sealer);
        nanos.addAndGet(DatagramSealer.REKEY_AFTER.toNanos());
        assertThat(open(seal(sealer))).isEqualTo(1);
        assertThat(open(late)).isEqualTo(1);
        assertThat(opener.newest()).isFalse();
        assertThat(open(late)).isEqualTo(-1);
    }

    @Test
    void datagramsOfTheEpochBeforeAreTooOldAfterAWindowOfNewOnes() {
        DatagramSealer sealer = sealer(EPOCH - 2);
        byte[] late = seal(sealer);
        byte[] later = seal(sealer);
        List<byte[]> fresh = seal(sealer, 2049);
        assertThat(open(fresh.get(2047))).isEqualTo(1);
        assertThat(open(late)).isEqualTo(1);
        assertThat(open(fresh.get(2048))).isEqualTo(1);
        assertThat(open(later)).isEqualTo(-1);
    }

    @Test
    void datagramsOfEarlierEpochsAreTooOld() {
        DatagramSealer sealer = sealer(0);
        byte[] zero = seal(sealer);
        nanos.addAndGet(DatagramSealer.REKEY_AFTER.toNanos());
        assertThat(open(seal(sealer))).isEqualTo(1);
        nanos.addAndGet(DatagramSealer.REKEY_AFTER.toNanos());
        assertThat(open(seal(sealer))).isEqualTo(1);
        assertThat(open(zero)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {EPOCH, 2 * EPOCH + 9, 1L << 50, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void forgedCountersFarAheadDoNotDisturb(long counter) {
        DatagramSealer sealer = sealer(0);
        List<byte[]> sent = seal(sealer, 3);
        assertThat(open(sent.get(1))).isEqualTo(1);
        byte[] forged = sent.get(2).clone();
        ByteBuffer.wrap(forged).putLong(5, counter);
        assertThat(open(forged)).isEqualTo(-1);
        assertThat(opener.newest()).isTrue();
        assertThat(open(sent.get(1))).isEqualTo(-1);
        assertThat(open(sent.get(0))).isEqualTo(1);
        assertThat(open(sent.get(2))).isEqualTo(1);
    }

    @Test
    void aRealCounterFarAheadIsFollowed() {
        assertThat(open(seal(sealer((1L << 50) + 3)))).isEqualTo(1);
        assertThat(open(seal(sealer(Long.MAX_VALUE)))).isEqualTo(1);
    }

    /// RFC 5869, RFC 5116 and the layout, put together by hand.
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x1234, EPOCH - 1, EPOCH, 0x0123_4567_89AB_CDEFL})
    void theConstructionIsTheDocumentedOne(long counter) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.copy(), "HmacSHA256"));
        byte[] info = ByteBuffer.allocate(20).put("parley epoch".getBytes(StandardCharsets.US_ASCII))
                .putLong(counter >> 23).array();
        mac.update(info);
        byte[] key = mac.doFinal(new byte[] {1});
        mac.update(key);
        mac.update(info);
        ByteBuffer nonce = ByteBuffer.wrap(Arrays.copyOf(mac.doFinal(new byte[] {2}), 12));
        nonce.putLong(4, nonce.getLong(4) ^ counter);

        ByteBuffer expected = ByteBuffer.allocate(30).put((byte) 1).putInt((int) INDEX).putLong(counter);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce.array()));
        cipher.updateAAD(expected.array(), 0, 13);
        expected.put(cipher.doFinal(new byte[] {'x'}));

        assertThat(seal(sealer(counter))).isEqualTo(expected.array());
    }

    private DatagramSealer sealer(long firstCounter) {
        return new DatagramSealer(keys, INDEX, nanos::get, firstCounter);
    }

    private static byte[] seal(DatagramSealer sealer) {
        return DatagramTest.seal(sealer, "x");
    }

    private static List<byte[]> seal(DatagramSealer sealer, int count) {
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(seal(sealer));
        }
        return sent;
    }

    private int open(byte[] datagram) {
        return opener.open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(9));
    }

    private static long counter(byte[] datagram) {
        return ByteBuffer.wrap(datagram).getLong(5);
    }
}
