package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.parley");

    static Stream<Arguments> directions() {
        return Stream.of(
                Arguments.of("protocol", new String[] {}, "everything else speaks through it"),
                Arguments.of("room", new String[] {"protocol"}, "a room is plain logic with a single writer"),
                Arguments.of("log", new String[] {"protocol"}, "another store must be able to take its place"),
                Arguments.of("log.h2", new String[] {"protocol", "log"}, "it is one implementation of the log"),
                Arguments.of("crypto", new String[] {}, "it is a leaf that can be judged on its own"),
                Arguments.of("transport", new String[] {"protocol", "crypto"}, "the network knows nothing of rooms"),
                Arguments.of("discovery", new String[] {"protocol"}, "it is a leaf: finding rooms needs no server"),
                Arguments.of("client", new String[] {"protocol", "transport", "crypto"}, "client and server do not know each other"),
                Arguments.of("server", new String[] {"protocol", "room", "log", "crypto", "transport"},
                        "client and server do not know each other, and the server does not know how the log is stored"));
    }

    @ParameterizedTest
    @MethodSource("directions")
    void packagesDependInOneDirection(String name, String[] allowed, String because) {
        String[] own = Stream.concat(Stream.of(name), Stream.of(allowed)).map(p -> "dev.parley." + p).toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = resideInAPackage("dev.parley..").and(not(resideInAnyPackage(own)));
        ArchRule rule = noClasses().that().resideInAPackage("dev.parley." + name)
                .should().dependOnClassesThat(foreign).because(because);
        rule.check(CODE);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        only("io.netty..", "transport", "the network library can be changed in one place").check(CODE);
        only("org.h2..", "log.h2", "only the store knows SQL and its database").check(CODE);
        only("java.sql..", "log.h2", "only the store knows SQL and its database").check(CODE);
        only("org.bouncycastle..", "crypto", "cryptography is in one place").check(CODE);
        only("javax.crypto..", "crypto", "cryptography is in one place").check(CODE);
        only("javax.jmdns..", "discovery", "DNS-SD is in one place").check(CODE);
        only("com.ibm.icu..", "room", "look-alike names are decided in one place").check(CODE);
    }

    private static ArchRule only(String library, String where, String because) {
        return noClasses().that().resideOutsideOfPackage("dev.parley." + where)
                .should().dependOnClassesThat().resideInAPackage(library).because(because);
    }

    @Test
    void theCoreHasNoScreenAndNoTerminal() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "picocli..", "org.jline..")
                .because("it runs on machines without a display").check(CODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().because("a part can then be read on its own").check(CODE);
    }

    @Test
    void nothingIsSerializedTheJavaWay() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
                .because("Java serialization runs code from the network").check(CODE);
    }

    @Test
    void roomsKnowNoThreadsAndNoInputOutput() {
        noClasses().that().resideInAPackage("dev.parley.room")
                .should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio..", "java.net..")
                .because("a room has a single writer and decides, it does not act").check(CODE);
    }

    @Test
    void noPackageIsACatchAll() {
        classes().should().resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..impl..")
                .because("a package is a feature").check(CODE);
    }
}
