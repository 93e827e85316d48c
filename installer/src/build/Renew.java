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
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Copies a library whose classes are of Java 5 as classes of Java 8: the same code, with the stack maps that Java 6
/// introduced. Java keeps no older classes in an AOT cache, and has to check them anew at each start.
///
/// Arguments: jar to read, jar to write.
final class Renew {

    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private Renew() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        try (JarFile in = new JarFile(from.toFile()); OutputStream file = Files.newOutputStream(to);
                JarOutputStream out = new JarOutputStream(file)) {
            ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(
                            ClassHierarchyResolver.ofResourceParsing(name -> open(in, name.packageName(), name.displayName()))
                                    .orElse(ClassHierarchyResolver.defaultResolver()).cached()));
            for (JarEntry entry : in.stream().toList()) {
                byte[] content;
                try (InputStream stream = in.getInputStream(entry)) {
                    content = stream.readAllBytes();
                }
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? renewed(format, content) : content);
                out.closeEntry();
            }
        }
    }

    private static byte[] renewed(ClassFile format, byte[] content) {
        var old = format.parse(content);
        if (old.majorVersion() >= FIRST_WITH_STACK_MAPS) {
            return content;
        }
        ClassTransform version = (builder, element) -> {
            switch (element) {
                case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                default -> builder.with(element);
            }
        };
        return format.transformClass(old, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }

    private static InputStream open(JarFile jar, String folder, String name) {
        JarEntry entry = jar.getJarEntry((folder.isEmpty() ? "" : folder.replace('.', '/') + "/") + name + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
