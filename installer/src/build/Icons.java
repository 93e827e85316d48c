import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Packs the PNG icons of a folder into `parley.ico` (Windows) and `parley.icns` (macOS). Both formats are a list of
/// pictures and take PNG as it is.
///
/// Arguments: folder with `parley-16.png` and so on; folder to write to.
final class Icons {

    /// What macOS calls a size in pixels.
    private static final Map<Integer, String> TYPES = new TreeMap<>(
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08"));
    private static final int[] WINDOWS = {16, 24, 32, 48, 64, 256};
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;

    private Icons() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        Files.write(to.resolve("parley.ico"), ico(from));
        Files.write(to.resolve("parley.icns"), icns(from));
    }

    private static byte[] ico(Path from) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        int size = ICO_HEADER + ICO_ENTRY * WINDOWS.length;
        for (int pixels : WINDOWS) {
            byte[] picture = picture(from, pixels);
            pictures.add(picture);
            size += picture.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        int offset = ICO_HEADER + ICO_ENTRY * WINDOWS.length;
        for (int i = 0; i < WINDOWS.length; i++) {
            byte side = (byte) WINDOWS[i]; // 256 is written as 0
            out.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(out::put);
        return out.array();
    }

    private static byte[] icns(Path from) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<Integer, String> type : TYPES.entrySet()) {
            byte[] picture = picture(from, type.getKey());
            body.write(chunk(type.getValue(), picture));
        }
        return chunk("icns", body.toByteArray());
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(8 + content.length).put(content).array();
    }

    private static byte[] picture(Path from, int pixels) throws IOException {
        return Files.readAllBytes(from.resolve("parley-" + pixels + ".png"));
    }
}
