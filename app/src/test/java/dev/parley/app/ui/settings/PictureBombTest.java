package dev.parley.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small files that would be large pictures.
class PictureBombTest {

    private static final long MEMORY = 64L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2147483647,2147483647", "50000,50000", "1,2147483647", "14143,14143"})
    void aPictureWithTooManyPixelsIsRefusedFromItsHeader(int width, int height) throws IOException {
        Path bomb = Files.write(folder.resolve("bomb.png"), png(width, height, 0));
        long before = allocated();
        assertThatIOException().isThrownBy(() -> PictureFile.keep(bomb, folder));
        assertThat(allocated() - before).isLessThan(MEMORY);
    }

    @ParameterizedTest
    @CsvSource({"600,160000", "160000,600", "4000000,4"})
    void ofALongNarrowPictureOnlyTheMiddleIsDecoded(int width, int height) throws IOException {
        Path narrow = Files.write(folder.resolve("narrow.png"), png(width, height, height));
        long before = allocated();
        assertThat(PictureFile.keep(narrow, folder)).exists();
        assertThat(allocated() - before).isLessThan(MEMORY);
    }

    @Test
    void aPictureThatEndsEarlyIsRefusedOrShownAndNothingElse() throws IOException {
        byte[] whole = png(100, 100, 100);
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, length));
            try {
                PictureFile.keep(cut, folder);
            } catch (IOException e) {
                assertThat(e).hasNoSuppressedExceptions();
            }
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// A grey picture (ISO 15948) that has only so many rows.
    private static byte[] png(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(header);
        head.writeInt(width);
        head.writeInt(height);
        head.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = rows == 0 ? new byte[0] : new byte[1 + width];
            for (int i = 0; i < rows; i++) {
                deflater.write(row);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
