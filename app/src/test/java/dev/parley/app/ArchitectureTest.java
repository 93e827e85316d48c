package dev.parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.app");

    @Test
    void sessionHasNoScreen() {
        noClasses()
                .that().resideInAPackage("dev.parley.app.session..")
                .should().dependOnClassesThat().resideInAnyPackage(
                    "picocli..", "org.jline..", "javafx..", "java.awt..", "javax.swing..", "dev.parley.app.cli..")
                .because("the window and the command line share it")
                .check(CLASSES);
    }

    @Test
    void cliHasNoWindow() {
        noClasses()
                .that().resideInAPackage("dev.parley.app.cli..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("it must run where there is no display")
                .check(CLASSES);
    }

    @Test
    void onlyMainKnowsTheCommands() {
        noClasses()
                .that().resideInAPackage("dev.parley.app").and().doNotHaveSimpleName("Main")
                .should().dependOnClassesThat().resideInAnyPackage("dev.parley.app.cli..", "dev.parley.app.session..")
                .because("paths, notes and texts are below everything else")
                .check(CLASSES);
    }

    @Test
    void serverCoreIsTheOnlyDoorToTheNetwork() {
        noClasses()
                .that().resideInAPackage("dev.parley.app..")
                .should().dependOnClassesThat().resideInAnyPackage("io.netty..", "org.h2..", "org.bouncycastle..", "javax.jmdns..")
                .because("server-core is the only door to them")
                .check(CLASSES);
    }
}
