import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Checks what goes into the image; run by the build with the folder of the full libraries, that of the image and the notices.
/// ICU without most of its data must tell the same names apart, and every library must be named in the notices.
final class Checks {

    private static final int LAST = Character.MAX_CODE_POINT;

    private Checks() {}

    public static void main(String[] args) throws Exception {
        Path full = Path.of(args[0]);
        Path image = Path.of(args[1]);
        if (!keys(jar(full, "icu4j-")).equals(keys(jar(image, "icu4j-")))) {
            fail("ICU of the image takes other names for look-alikes than ICU does");
        }
        String notices = Files.readString(Path.of(args[2]));
        for (Path library : jars(image)) {
            String name = library.getFileName().toString().replaceFirst("-\\d.*", "").replaceFirst("\\.jar$", "");
            if (!notices.lines().anyMatch(line -> line.strip().equals(name))) {
                fail(name + " is not in " + args[2]);
            }
        }
    }

    /// A digest of the look-alike keys of a short name with each code point in it, made as Parley makes them.
    private static String keys(Path icu) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {icu.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> normalizer = loader.loadClass("com.ibm.icu.text.Normalizer2");
            Class<?> builder = loader.loadClass("com.ibm.icu.text.SpoofChecker$Builder");
            Object nfkc = normalizer.getMethod("getNFKCInstance").invoke(null);
            Object skeletons = builder.getMethod("build").invoke(builder.getConstructor().newInstance());
            Method normalize = normalizer.getMethod("normalize", CharSequence.class);
            Method fold = loader.loadClass("com.ibm.icu.lang.UCharacter").getMethod("foldCase", String.class, boolean.class);
            Method skeleton = skeletons.getClass().getMethod("getSkeleton", CharSequence.class);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int c = 0; c <= LAST; c++) {
                if (Character.getType(c) != Character.SURROGATE) {
                    String folded = (String) fold.invoke(null, normalize.invoke(nfkc, "a" + Character.toString(c) + "b\u0301"), true);
                    String key = (String) fold.invoke(null, skeleton.invoke(skeletons, folded), true);
                    digest.update(key.getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static Path jar(Path folder, String start) throws IOException {
        return jars(folder).stream().filter(p -> p.getFileName().toString().startsWith(start)).findFirst().orElseThrow();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
