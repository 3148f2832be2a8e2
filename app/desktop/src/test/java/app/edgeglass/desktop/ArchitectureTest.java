package app.edgeglass.desktop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.edgeglass.desktop.fx.Fx;
import app.edgeglass.desktop.shell.Logging;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The walls of the window. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "app.edgeglass.desktop";

    private final JavaClasses desktop = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(ROOT);

    @Test
    void talksToNoServerByItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.nats..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\..*Socket.*|java\\.nio\\.channels\\..*Socket.*")
                .because("everything about NATS is core's, where the guard of read-only profiles stands")
                .check(desktop);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        any(),
                        resideInAnyPackage(ROOT + ".fx..", ROOT + ".control..", ROOT + ".form..", ROOT + ".shell.."))
                .because("a feature is changed, and removed, without looking at the others;"
                        + " they meet in the shell, in shared controls and in the wiring")
                .check(desktop);
    }

    @Test
    void whatFeaturesShareKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".shell..", ROOT + ".control..", ROOT + ".form..", ROOT + ".fx..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                ROOT + ".shell..", ROOT + ".control..", ROOT + ".form..", ROOT + ".fx.."))))
                .because("the frame takes any feature in; only the wiring knows which there are")
                .check(desktop);
    }

    @Test
    void theWayToTheThreadKnowsNoWindow() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".fx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".shell..", ROOT + ".control..", ROOT + ".form..")
                .because("it is used below everything else")
                .check(desktop);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("what is understood in one direction can be tested in one direction")
                .check(desktop);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..")
                .because("what the screen says is tested without a screen")
                .check(desktop);
    }

    @Test
    void oneClassPostsToTheWindowsThread() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Fx.class.getName())
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("there what is thrown is caught, and nothing else can flood the window's thread")
                .check(desktop);
    }

    @Test
    void saysNothingPastTheLog() {
        noClasses()
                .that(DescribedPredicate.not(inTheConsole()))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a window has no console; only the command line's own answers go there")
                .check(desktop);
    }

    private static DescribedPredicate<JavaClass> inTheConsole() {
        return DescribedPredicate.describe(
                "the console", type -> type.getFullName().startsWith(Console.class.getName()));
    }

    @Test
    void onlyTheStartKnowsTheLog() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Logging.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "java.util.logging..")
                .because("log lines are written through slf4j; where they go is decided once")
                .check(desktop);
    }

    @Test
    void speaksOneJson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..", "java.awt..")
                .because("Jackson 3 is the one JSON library, and java.desktop is not in the installer")
                .check(desktop);
    }

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }
}
