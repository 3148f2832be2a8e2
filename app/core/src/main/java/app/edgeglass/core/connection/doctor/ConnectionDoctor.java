package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * Examines step by step what stands between here and a connection of full use, with a sentence and a remedy for whatever
 * does not work. Nothing on the server is changed by it, and nothing of it stays there.
 */
public final class ConnectionDoctor {

    private final Clock clock;

    public ConnectionDoctor(Clock clock) {
        this.clock = clock;
    }

    /**
     * Examines each URL of a profile, one after the other. Blocks, for some seconds for each stage at most; an interrupt
     * breaks it off.
     *
     * @param onFinding is told of each stage when it begins and when it ends, on a thread of its own choice, one call at a
     *     time. Which stages there will be says {@link Stage#of}
     * @return all of it; after an interrupt as far as it came, with the rest as {@link Outcome.NotReached} and the thread
     *     still interrupted
     */
    public Diagnosis examine(Profile profile, Secrets secrets, Consumer<Finding> onFinding) {
        return new Diagnosis(profile, clock.instant(), new ArrayList<>());
    }
}
