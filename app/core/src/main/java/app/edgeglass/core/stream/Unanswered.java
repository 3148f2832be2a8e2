package app.edgeglass.core.stream;

import app.edgeglass.core.error.Failure;
import java.util.Set;

/** Whether a failure leaves open if something was done all the same. */
final class Unanswered {

    private static final Set<String> KEYS = Set.of("jetstream.silent", "session.not-live");

    private Unanswered() {}

    static boolean is(Failure failure) {
        return KEYS.contains(failure.key());
    }
}
