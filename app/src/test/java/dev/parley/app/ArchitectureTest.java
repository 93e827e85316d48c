package dev.parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
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
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that().resideOutsideOfPackage("dev.parley.app.ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
                .because("without a display it is not even loaded")
                .check(CLASSES);
    }

    @Test
    void modelsHaveNoNodes() {
        noClasses()
                .that().resideInAPackage("dev.parley.app.ui..").and().haveSimpleNameEndingWith("Model")
                .should().dependOnClassesThat().resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation..", "atlantafx..")
                .because("they are tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void thereIsOneBridgeToTheFxThread() {
        noClasses()
                .that().resideOutsideOfPackages("dev.parley.app.ui.bridge..", "dev.parley.app.ui.shell..")
                .should().callMethod(Platform.class, "runLater", Runnable.class)
                .because("one bridge drains in order and leaves time for drawing")
                .check(CLASSES);
    }

    @Test
    void theWindowKnowsNoCommands() {
        noClasses()
                .that().resideInAPackage("dev.parley.app.ui..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.parley.app.cli..", "picocli..", "org.jline..")
                .because("they are two ways to use the same sessions")
                .check(CLASSES);
    }

    @Test
    void onlyMainKnowsTheCommands() {
        noClasses()
                .that().resideInAPackage("dev.parley.app").and().haveNameNotMatching("dev\\.parley\\.app\\.Main.*")
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
