import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Rewrites the libraries of a folder. Classes of Java 5 (picocli) become classes of Java 8: the same code, with the stack
/// maps that Java 6 introduced; Java keeps no older classes in an AOT cache, and would check them anew at each start.
/// Nothing stays compressed, because a package compresses all of it together, and better.
///
/// Argument: the folder.
final class Renew {

    private Renew() {}

    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            jars = files.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            Path renewed = jar.resolveSibling(jar.getFileName() + ".renewed");
            copy(jar, renewed);
            Files.delete(jar);
            Files.move(renewed, jar);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (JarFile in = new JarFile(from.toFile()); OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(
                            ClassHierarchyResolver.ofResourceParsing(type -> open(in, type.packageName(), type.displayName()))
                                    .orElse(ClassHierarchyResolver.defaultResolver()).cached()));
            for (ZipEntry entry : in.stream().filter(e -> !e.isDirectory()).toList()) {
                byte[] content;
                try (InputStream stream = in.getInputStream(entry)) {
                    content = stream.readAllBytes();
                }
                write(out, entry, entry.getName().endsWith(".class") ? renewed(format, content) : content);
            }
        }
    }

    private static void write(ZipOutputStream out, ZipEntry old, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(old.getName());
        entry.setTime(old.getTime());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] renewed(ClassFile format, byte[] content) {
        int major = (content[6] & 0xff) << 8 | content[7] & 0xff; // JVMS 4.1
        if (major >= ClassFile.JAVA_6_VERSION) {
            return content;
        }
        ClassTransform version = (builder, element) -> {
            switch (element) {
                case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                default -> builder.with(element);
            }
        };
        return format.transformClass(format.parse(content),
                version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }

    private static InputStream open(JarFile jar, String folder, String name) {
        ZipEntry entry = jar.getEntry((folder.isEmpty() ? "" : folder.replace('.', '/') + "/") + name + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
