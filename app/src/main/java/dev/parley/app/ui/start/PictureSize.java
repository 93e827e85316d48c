package dev.parley.app.ui.start;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the size of a picture from its header, so that a small file that unpacks to gigabytes is never unpacked.
/// PNG (ISO 15948), GIF89a, BMP and JPEG (ITU T.81).
final class PictureSize {

    private static final long MAX_PIXELS = 50_000_000;
    private static final int PNG = 0x89504E47;
    private static final int GIF = 0x47494638;
    private static final int BMP = 0x424D;
    private static final int JPEG = 0xFFD8;

    private PictureSize() {}

    /// False for other files as well.
    static boolean isReasonable(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int magic = in.readInt();
            if (magic == PNG) {
                in.skipNBytes(12);
                return isReasonable(in.readInt(), in.readInt());
            }
            if (magic == GIF) {
                in.skipNBytes(2);
                return isReasonable(little(in), little(in));
            }
            if (magic >>> 16 == BMP) {
                in.skipNBytes(14);
                return isReasonable(Integer.reverseBytes(in.readInt()), Math.abs(Integer.reverseBytes(in.readInt())));
            }
            return magic >>> 16 == JPEG && jpeg(in, magic & 0xFFFF);
        } catch (EOFException e) {
            return false;
        }
    }

    private static int little(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }

    /// Segments follow each other until the one that starts a frame.
    private static boolean jpeg(DataInputStream in, int first) throws IOException {
        int marker = first;
        while (marker >>> 8 == 0xFF) {
            int kind = marker & 0xFF;
            int length = in.readUnsignedShort();
            boolean frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
            if (frame) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                return isReasonable(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
            marker = in.readUnsignedShort();
        }
        return false;
    }

    private static boolean isReasonable(int width, int height) {
        return width > 0 && height > 0 && (long) width * height <= MAX_PIXELS;
    }
}
