package app.edgeglass.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The walls of core. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("app.edgeglass.core");

    @Test
    void knowsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "app.edgeglass.desktop..")
                .because("core runs without a screen, in tests and in tools")
                .check(core);
    }

    @Test
    void speaksOneJson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .because("Jackson 3 is the one JSON library; two of them read the same file differently")
                .check(core);
    }

    @Test
    void logsThroughOneDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.commons.logging..")
                .because("where log lines go is decided at the program's start, not in the code that writes them")
                .check(core);
    }

    @Test
    void saysNothingPastTheLog() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a window has no console: what is printed is lost")
                .check(core);
    }

    @Test
    void capabilitiesFormNoCycle() {
        slices().matching("app.edgeglass.core.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability is understood, and tested, without those that are built on it")
                .check(core);
    }
}
