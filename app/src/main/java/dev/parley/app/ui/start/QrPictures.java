package dev.parley.app.ui.start;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Reads QR codes in image files. Takes a while: not for the FX thread.
final class QrPictures {

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    /// A QR code that can be seen can be read at this size.
    private static final int EDGE = 1_600;

    /// The text of the QR code; empty if there is none, or the file is not a picture that can be read.
    Optional<String> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES || !PictureSize.isReasonable(file)) {
            return Optional.empty();
        }
        Image image = load(file);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (image.isError() || width <= 0 || height <= 0 || image.getPixelReader() == null) {
            return Optional.empty();
        }
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        onWhite(pixels);
        return decode(new RGBLuminanceSource(width, height, pixels));
    }

    private static Image load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Image asItIs = new Image(in);
            if (asItIs.getWidth() <= EDGE && asItIs.getHeight() <= EDGE) {
                return asItIs;
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Image(in, EDGE, EDGE, true, true);
        }
    }

    /// What shines through is white: black on nothing would be black on black.
    private static void onWhite(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            int rest = 255 - alpha;
            int red = ((pixels[i] >> 16 & 0xFF) * alpha + 255 * rest) / 255;
            int green = ((pixels[i] >> 8 & 0xFF) * alpha + 255 * rest) / 255;
            int blue = ((pixels[i] & 0xFF) * alpha + 255 * rest) / 255;
            pixels[i] = 0xFF << 24 | red << 16 | green << 8 | blue;
        }
    }

    private static Optional<String> decode(LuminanceSource source) {
        Optional<String> found = decode(new BinaryBitmap(new HybridBinarizer(source)));
        return found.isPresent() ? found : decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    }

    private static Optional<String> decode(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, Map.of(
                    DecodeHintType.TRY_HARDER, true, DecodeHintType.ALSO_INVERTED, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty(); // none, or one that is damaged
        }
    }
}
