package app.edgeglass.core.connection.change;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.ChangeGuard;
import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.design.simulation.Simulation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Walks all of core: nothing there changes a server without having passed the guard. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardRuleTest {

    private static final String SIMULATION = "app.edgeglass.core.design.simulation";

    /** What need not pass, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            SIMULATION,
            "a world plays hundreds of messages a second; Simulation asks once, before it begins and before it removes",
            "app.edgeglass.core.connection.JetStreamProbe",
            "asks what JetStream says of the account, and nothing else, which only reads");

    private final JavaClasses core = new ClassFileImporter()
            .importUrl(Session.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void nothingInCoreChangesAServerPastTheGuard() {
        var passes = new PassesTheGuard(EXCEPTIONS);

        classes().should(passes).because("a read-only profile changes nothing").check(core);

        assertThat(core).hasSizeGreaterThan(300);
        assertThat(passes.used()).as("an exception that is of no use any more").containsAll(EXCEPTIONS.keySet());
    }

    /** If this rule could not fail, the one above would say nothing. */
    @Test
    void theRuleFindsEachWayPast() {
        JavaClasses fixtures = new ClassFileImporter().importClasses(Bypasses.class.getDeclaredClasses());

        EvaluationResult result = classes().should(new PassesTheGuard(Map.of())).evaluate(fixtures);

        var caught = new TreeSet<String>();
        result.getFailureReport()
                .getDetails()
                .forEach(line -> caught.add(line.replaceAll("(?s).*?Bypasses\\$(\\w+)\\..*but (.*)", "$1 $2")));
        assertThat(caught)
                .containsExactly(
                        "Acknowledges holds no permit",
                        "AsksAndSendsElsewhere sends it over another connection than the permit’s",
                        "DestroysByAPermit holds no consent",
                        "HidesInALambda holds no permit",
                        "HidesInAReference holds no permit",
                        "PublishesAtOnce holds no permit",
                        "SendsBesideThePermit takes a connection from the session beside the permit’s",
                        "WatchesAWholeBucket holds no permit");
    }

    @Test
    void everyMethodOfTheClientHasBeenLookedAt() {
        assertThat(ClientCalls.unknown()).isEmpty();
    }

    @Test
    void nobodyElseMakesPermits() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(ChangeGuard.class, Permit.class, Consent.class)
                .should()
                .callConstructorWhere(target(owner(JavaClass.Predicates.assignableTo(Permit.class))))
                .because("a permit is the proof that the guard was asked")
                .check(core);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Session.class)
                .should()
                .callConstructorWhere(target(owner(JavaClass.Predicates.equivalentTo(ChangeGuard.class))))
                .because("the guard of a session asks the session’s own profile")
                .check(core);
    }

    /** The exception holds only as long as one has to come by Simulation, which asks. */
    @Test
    void aSimulationAsksBeforeItPlaysAndBeforeItRemoves() {
        JavaClass simulation = core.get(Simulation.class);
        assertThat(simulation.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(ChangeGuard.class))
                        .map(call -> call.getOrigin().getName()))
                .contains("start", "removeAssets");
        assertThat(core.stream()
                        .filter(type -> type.getPackageName().equals(SIMULATION))
                        .filter(type -> !type.isEquivalentTo(Simulation.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> ClientCalls.effect(call)
                                        .filter(effect -> effect != ClientCalls.Effect.READS)
                                        .isPresent())))
                .isEmpty();
    }

    @Test
    void onlyConnectionsOpenSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.edgeglass.core.connection..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.channels.SocketChannel")
                .because("what is written to a server by hand would pass neither the client nor the guard")
                .check(core);
    }
}
