package app.edgeglass.core.connection.change;

import app.edgeglass.core.connection.ChangeGuard;
import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.ClientCalls.Effect;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.nats.client.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Each method that changes a server by the client library holds a permit: as a parameter, or since it asks the guard
 * itself. One that destroys holds a consent. What it sends over a connection it sends over the permit's own, and takes
 * none from the session. A permit cannot be had but from the guard, so that holding one is proof.
 */
final class PassesTheGuard extends ArchCondition<JavaClass> {

    private final Map<String, String> exceptions;
    private final Map<String, Integer> used = new TreeMap<>();

    /** @param exceptions packages and classes that need not pass, each with the reason */
    PassesTheGuard(Map<String, String> exceptions) {
        super("pass the guard before they change a server");
        this.exceptions = exceptions;
    }

    /** The exceptions that were of use; another one is stale. */
    List<String> used() {
        return List.copyOf(used.keySet());
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<String> exception = exceptions.keySet().stream()
                .filter(name ->
                        type.getFullName().equals(name) || type.getPackageName().equals(name))
                .findFirst();
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            for (JavaCodeUnitAccess<?> call : accesses(unit)) {
                Effect effect = ClientCalls.effect(call).orElse(Effect.READS);
                if (effect == Effect.READS) {
                    continue;
                }
                if (exception.isPresent()) {
                    used.merge(exception.get(), 1, Integer::sum);
                } else {
                    problem(unit, call, effect)
                            .ifPresent(why -> events.add(
                                    SimpleConditionEvent.violated(call, call.getDescription() + ", but " + why)));
                }
            }
        }
    }

    private static Optional<String> problem(JavaCodeUnit unit, JavaCodeUnitAccess<?> call, Effect effect) {
        if (effect == Effect.DESTROYS && !holds(unit, Consent.class)) {
            return Optional.of("holds no consent");
        }
        if (!holds(unit, Permit.class) && !holds(unit, Consent.class)) {
            return Optional.of("holds no permit");
        }
        if (calls(unit, Session.class, "liveConnection") || calls(unit, Session.class, "openConnection")) {
            return Optional.of("takes a connection from the session beside the permit’s");
        }
        if (call.getTargetOwner().isAssignableTo(Connection.class) && !calls(unit, Permit.class, "connection")) {
            return Optional.of("sends it over another connection than the permit’s");
        }
        return Optional.empty();
    }

    private static boolean holds(JavaCodeUnit unit, Class<? extends Permit> proof) {
        return unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(proof))
                || accesses(unit).stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ChangeGuard.class)
                                && call.getTarget().getName().equals("allow")
                                && call.getTarget().getRawReturnType().isEquivalentTo(proof));
    }

    private static boolean calls(JavaCodeUnit unit, Class<?> owner, String name) {
        return accesses(unit).stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getTarget().getName().equals(name));
    }

    /** Calls and references alike; those of lambdas count as their method's own. */
    private static List<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        var all = new ArrayList<JavaCodeUnitAccess<?>>(unit.getMethodCallsFromSelf());
        all.addAll(unit.getMethodReferencesFromSelf());
        return all;
    }
}
