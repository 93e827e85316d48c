import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.constant.ConstantDescs;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Rewrites the classes of a jar that were compiled for Java 5, as if they had been for Java 8: they get the stack maps
/// (JVM specification, 4.10.1) by which Java checks newer classes. Java keeps no older ones in its AOT cache, so each start
/// would read and check them anew.
///
///     java ModernClasses.java library.jar
void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile in = new ZipFile(jar.toFile());
            ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
        for (ZipEntry entry : Collections.list(in.entries())) {
            byte[] bytes = in.getInputStream(entry).readAllBytes();
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTime(entry.getTime());
            out.putNextEntry(copy);
            out.write(entry.getName().endsWith(".class") ? modern(bytes, in) : bytes);
        }
    }
    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
}

byte[] modern(byte[] bytes, ZipFile jar) {
    ClassFile file = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ConstantPoolSharingOption.NEW_POOL,
            ClassHierarchyResolverOption.of(ClassHierarchyResolver
                    .ofResourceParsing(type -> open(jar, type.descriptorString()))
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .orElse(absent -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object))));
    ClassModel model = file.parse(bytes);
    if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
        return bytes;
    }
    return file.transformClass(model, (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else {
            builder.with(element);
        }
    });
}

InputStream open(ZipFile jar, String descriptor) {
    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
        return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
