package dev.parley.app.ui.messages.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Reads sheets and cuts tiles out of them. Any thread; blocks.
final class Sheets {

    private static final int TILE = 64;

    private final Map<Integer, SoftReference<Image>> sheets = new ConcurrentHashMap<>();

    /// The picture of an emoji in exactly that many pixels. Tiles touch each other on a sheet, so they are cut out before
    /// they are made smaller; each pixel is the mean of what it covers.
    Image tile(Emoji emoji, int pixels) {
        int[] tile = new int[TILE * TILE];
        sheet(emoji.sheet()).getPixelReader().getPixels(emoji.column() * TILE, emoji.row() * TILE, TILE, TILE,
                PixelFormat.getIntArgbPreInstance(), tile, 0, TILE);
        WritableImage image = new WritableImage(pixels, pixels);
        image.getPixelWriter().setPixels(0, 0, pixels, pixels, PixelFormat.getIntArgbPreInstance(),
                smaller(tile, pixels), 0, pixels);
        return image;
    }

    private Image sheet(int number) {
        Image[] read = new Image[1];
        sheets.compute(number, (n, kept) -> {
            Image image = kept == null ? null : kept.get();
            read[0] = image == null ? read(n) : image;
            return image == null ? new SoftReference<>(read[0]) : kept;
        });
        return read[0];
    }

    private static Image read(int number) {
        String name = String.format(Locale.ROOT, "/dev/parley/app/assets/emoji/sheet-%02d.png", number);
        try (InputStream file = Sheets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no emoji sheet " + number);
            }
            return new Image(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] smaller(int[] tile, int pixels) {
        int[] out = new int[pixels * pixels];
        double scale = (double) TILE / pixels;
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                out[y * pixels + x] = mean(tile, x * scale, (x + 1) * scale, y * scale, (y + 1) * scale);
            }
        }
        return out;
    }

    private static int mean(int[] tile, double left, double right, double top, double bottom) {
        double[] sum = new double[4];
        double area = 0;
        for (int y = (int) top; y < Math.min(TILE, Math.ceil(bottom)); y++) {
            double high = Math.min(bottom, y + 1.0) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(TILE, Math.ceil(right)); x++) {
                double part = high * (Math.min(right, x + 1.0) - Math.max(left, x));
                int pixel = tile[y * TILE + x];
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += part * ((pixel >>> (8 * c)) & 0xFF);
                }
                area += part;
            }
        }
        int pixel = 0;
        for (int c = 0; c < sum.length; c++) {
            pixel |= (int) Math.round(sum[c] / area) << (8 * c);
        }
        return pixel;
    }
}
