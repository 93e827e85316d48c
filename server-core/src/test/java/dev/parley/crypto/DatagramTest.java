package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatagramTest {

    private static final long INDEX = 0xFEDC_BA98L;

    private final DatagramKeys keys = keys(1);
    private final DatagramSealer sealer = new DatagramSealer(keys, INDEX, () -> 0);
    private final DatagramOpener opener = new DatagramOpener(keys, INDEX);

    @ParameterizedTest
    @CsvSource({"0,false", "1,false", "200,false", "1171,false", "0,true", "200,true", "1171,true"})
    void aDatagramComesThrough(int length, boolean direct) {
        byte[] plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        ByteBuffer out = buffer(direct, 1300).position(7).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer in = buffer(direct, length + 3).put(3, plaintext).position(3);

        assertThat(sealer.seal(in, out)).isEqualTo(length + DatagramSealer.OVERHEAD);
        assertThat(in.hasRemaining()).isFalse();
        assertThat(out.position()).isEqualTo(7 + length + 29);

        out.flip().position(7);
        assertThat(DatagramOpener.indexOf(out)).isEqualTo(INDEX);
        assertThat(out.position()).isEqualTo(7);
        ByteBuffer opened = buffer(!direct, length + 2).position(2);
        assertThat(opener.open(out, opened)).isEqualTo(length);
        assertThat(out.hasRemaining()).isFalse();
        byte[] bytes = new byte[length];
        opened.flip().position(2).get(bytes);
        assertThat(bytes).isEqualTo(plaintext);
    }

    @Test
    void openersThatShareACipherOpenWhatIsTheirsAndNothingElse() {
        DatagramOpeners openers = new DatagramOpeners();
        DatagramKeys othersKeys = keys(2);
        DatagramSealer other = new DatagramSealer(othersKeys, INDEX, () -> 0);
        DatagramOpener mine = openers.opener(keys, INDEX);
        DatagramOpener others = openers.opener(othersKeys, INDEX);

        for (int i = 0; i < 3; i++) {
            byte[] toMe = seal(sealer, "to me");
            byte[] toOther = seal(other, "to the other");
            assertThat(open(mine, toOther)).isEqualTo(-1);
            assertThat(open(mine, toMe)).isEqualTo(5);
            assertThat(open(others, toMe)).isEqualTo(-1);
            assertThat(open(others, toOther)).isEqualTo(12);
        }
    }

    @Test
    void everyFlippedBitIsRefusedAndTheDatagramItselfStillOpens() {
        byte[] datagram = seal("Hello, who is there?");
        for (int bit = 0; bit < datagram.length * 8; bit++) {
            byte[] bad = datagram.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(open(bad)).as("bit %d", bit).isEqualTo(-1);
        }
        assertThat(open(datagram)).isEqualTo(20);
    }

    @Test
    void aRefusedDatagramLeavesBothBuffersWhereTheyWere() {
        byte[] bad = seal("Hello");
        bad[20] ^= 1;
        ByteBuffer in = ByteBuffer.allocate(100).put(2, bad).position(2).limit(2 + bad.length);
        ByteBuffer out = ByteBuffer.allocate(100).position(4);
        assertThat(opener.open(in, out)).isEqualTo(-1);
        assertThat(in.position()).isEqualTo(2);
        assertThat(out.position()).isEqualTo(4);
    }

    @Test
    void everyShorterOrLongerDatagramIsRefused() {
        byte[] datagram = seal("Hello");
        for (int length = 0; length < datagram.length + 40; length++) {
            if (length != datagram.length) {
                assertThat(open(Arrays.copyOf(datagram, length))).as("length %d", length).isEqualTo(-1);
            }
        }
    }

    @Test
    void aPlaintextWithoutRoomIsRefusedAndMayBeOpenedLater() {
        byte[] datagram = seal("Hello");
        assertThat(opener.open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(4))).isEqualTo(-1);
        assertThat(open(datagram)).isEqualTo(5);
    }

    @Test
    void shuffledAndDuplicatedDatagramsAreOpenedOnceEach() {
        Random choices = new Random(42);
        List<byte[]> sent = new ArrayList<>(IntStream.range(0, 10_000).mapToObj(i -> seal("message " + i)).toList());
        List<byte[]> arriving = new ArrayList<>();
        for (int from = 0; from < sent.size(); from += 1000) { // never more than a window apart
            List<byte[]> part = new ArrayList<>(sent.subList(from, from + 1000));
            part.addAll(sent.subList(from, from + 1000));
            Collections.shuffle(part, choices);
            arriving.addAll(part);
        }
        arriving.addAll(sent); // and all once more
        List<String> opened = new ArrayList<>();
        ByteBuffer out = ByteBuffer.allocate(100);
        for (byte[] datagram : arriving) {
            if (opener.open(ByteBuffer.wrap(datagram), out.clear()) >= 0) {
                opened.add(StandardCharsets.UTF_8.decode(out.flip()).toString());
            }
        }
        assertThat(opened).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, 10_000).mapToObj(i -> "message " + i).toList());
    }

    @Test
    void aDatagramMayBe2047BehindButNot2048() {
        List<byte[]> sent = IntStream.range(0, 2050).mapToObj(i -> seal("x")).toList();
        assertThat(open(sent.get(2049))).isEqualTo(1);
        assertThat(open(sent.get(1))).isEqualTo(-1);
        assertThat(open(sent.get(2))).isEqualTo(1);
    }

    @Test
    void onlyTheNewestSoFarMayMoveTheAddress() {
        byte[] first = seal("1");
        byte[] second = seal("2");
        byte[] third = seal("3");
        assertThat(opener.newest()).isFalse();
        open(second);
        assertThat(opener.newest()).isTrue();
        open(first);
        assertThat(opener.newest()).isFalse();
        open(third);
        assertThat(opener.newest()).isTrue();
    }

    @Test
    void theWaysHaveDifferentKeys() {
        TlsExporter exporter = (label, length) -> Arrays.copyOf(Fingerprint.sha256(
                label.getBytes(StandardCharsets.UTF_8)), length);
        try (DatagramKeys there = DatagramKeys.export(Direction.CLIENT_TO_HOST, exporter);
                DatagramKeys back = DatagramKeys.export(Direction.HOST_TO_CLIENT, exporter)) {
            assertThat(there.copy()).isNotEqualTo(back.copy());
            DatagramSealer client = new DatagramSealer(there, INDEX, () -> 0);
            byte[] datagram = DatagramTest.seal(client, "Hello");
            assertThat(new DatagramOpener(back, INDEX).open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(9))).isEqualTo(-1);
            assertThat(new DatagramOpener(there, INDEX).open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(9))).isEqualTo(5);
        }
    }

    @Test
    void aDatagramForAnotherReceiverIsRefused() {
        byte[] datagram = seal("Hello");
        DatagramOpener other = new DatagramOpener(keys, INDEX - 1);
        assertThat(other.open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(9))).isEqualTo(-1);
    }

    @Test
    void onlyWhatMayBeADatagramHasAnIndex() {
        byte[] datagram = seal("");
        assertThat(DatagramOpener.indexOf(ByteBuffer.wrap(datagram))).isEqualTo(INDEX);
        assertThat(DatagramOpener.indexOf(ByteBuffer.wrap(datagram, 0, 28))).isEqualTo(-1);
        assertThat(DatagramOpener.indexOf(ByteBuffer.allocate(0))).isEqualTo(-1);
        datagram[0] = 2;
        assertThat(DatagramOpener.indexOf(ByteBuffer.wrap(datagram))).isEqualTo(-1);
    }

    @Test
    void randomBytesNeverOpenNorThrow() {
        Random noise = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[noise.nextInt(100)];
            noise.nextBytes(bytes);
            if (bytes.length > 5 && noise.nextBoolean()) { // past the first checks
                System.arraycopy(seal(""), 0, bytes, 0, 5 + noise.nextInt(Math.min(bytes.length, 13) - 4));
            }
            DatagramOpener.indexOf(ByteBuffer.wrap(bytes));
            assertThat(open(bytes)).isEqualTo(-1);
        }
    }

    @Test
    void tooLittleRoomForSealingUsesNoCounter() {
        assertThatExceptionOfType(BufferOverflowException.class)
                .isThrownBy(() -> sealer.seal(ByteBuffer.allocate(5), ByteBuffer.allocate(33)));
        assertThat(seal("x")).startsWith(1, 0xFE, 0xDC, 0xBA, 0x98, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void closedEndsDoNothing() {
        byte[] datagram = seal("x");
        sealer.close();
        sealer.close();
        assertThatIllegalStateException().isThrownBy(() -> seal("y"));
        opener.close();
        opener.close();
        assertThat(open(datagram)).isEqualTo(-1);
        keys.close();
        keys.close();
        assertThatIllegalStateException().isThrownBy(() -> new DatagramOpener(keys, INDEX));
        assertThat(keys).hasToString("DatagramKeys");
    }

    @Test
    void indexesHave32BitsAndKeys44Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatagramOpener(keys, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DatagramSealer(keys, 1L << 32, () -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DatagramKeys.of(new byte[43]));
    }

    static DatagramKeys keys(int seed) {
        byte[] exported = new byte[DatagramKeys.BYTES];
        new Random(seed).nextBytes(exported);
        return DatagramKeys.of(exported);
    }

    static byte[] seal(DatagramSealer sealer, String text) {
        ByteBuffer out = ByteBuffer.allocate(text.length() + DatagramSealer.OVERHEAD);
        sealer.seal(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), out);
        return out.array();
    }

    private byte[] seal(String text) {
        return seal(sealer, text);
    }

    private int open(byte[] datagram) {
        return open(opener, datagram);
    }

    private static int open(DatagramOpener opener, byte[] datagram) {
        return opener.open(ByteBuffer.wrap(datagram), ByteBuffer.allocate(1200));
    }

    private static ByteBuffer buffer(boolean direct, int size) {
        return direct ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
    }
}
