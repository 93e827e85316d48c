package dev.parley.app.ui.settings;

import dev.parley.app.OwnerFiles;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Makes a small square picture of a file that a person chose. The size is checked before anything is decoded, and large
/// pictures are decoded with fewer pixels.
final class PictureFile {

    /// Edge of the result in pixels.
    static final int EDGE = 256;

    private static final long MOST_BYTES = 50_000_000;
    private static final long MOST_PIXELS = 200_000_000;

    private PictureFile() {}

    /// Blocks. Any thread.
    ///
    /// @param folder where the result is put, under a name that depends on its content
    /// @throws IOException if it is not a picture, or a very large one, or cannot be written
    static Path keep(Path source, Path folder) throws IOException {
        byte[] png = png(square(read(source)));
        Path kept = folder.resolve("me-" + HexFormat.of().toHexDigits(Arrays.hashCode(png)) + ".png");
        OwnerFiles.replace(kept, png);
        return kept;
    }

    private static BufferedImage read(Path source) throws IOException {
        if (Files.size(source) > MOST_BYTES) {
            throw new IOException("too many bytes");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(source.toFile())) {
            Iterator<ImageReader> readers = in == null ? Collections.<ImageReader>emptyIterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
                    throw new IOException("too many pixels");
                }
                int edge = (int) Math.min(width, height);
                int every = Math.max(1, edge / (2 * EDGE));
                ImageReadParam how = reader.getDefaultReadParam();
                // the middle only: a picture of 500 by 400,000 has few pixels to leave out, and 800 MB to decode
                how.setSourceRegion(new Rectangle((int) (width - edge) / 2, (int) (height - edge) / 2, edge, edge));
                how.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | UncheckedIOException e) {
            throw new IOException("a damaged picture", e); // what readers throw of hostile files
        }
    }

    /// The middle, averaged. By hand, because drawing would wake the other toolkit.
    private static BufferedImage square(BufferedImage from) {
        int edge = Math.min(from.getWidth(), from.getHeight());
        int left = (from.getWidth() - edge) / 2;
        int top = (from.getHeight() - edge) / 2;
        BufferedImage to = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                to.setRGB(x, y, average(from, left + x * edge / EDGE, left + (x + 1) * edge / EDGE,
                        top + y * edge / EDGE, top + (y + 1) * edge / EDGE));
            }
        }
        return to;
    }

    private static int average(BufferedImage from, int x0, int x1, int y0, int y1) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int y = y0; y < Math.max(y1, y0 + 1); y++) {
            for (int x = x0; x < Math.max(x1, x0 + 1); x++) {
                int argb = from.getRGB(x, y);
                int a = argb >>> 24;
                alpha += a;
                red += (long) a * (argb >> 16 & 0xFF);
                green += (long) a * (argb >> 8 & 0xFF);
                blue += (long) a * (argb & 0xFF);
                count++;
            }
        }
        if (alpha == 0) {
            return 0;
        }
        return (int) (alpha / count) << 24 | (int) (red / alpha) << 16 | (int) (green / alpha) << 8 | (int) (blue / alpha);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
