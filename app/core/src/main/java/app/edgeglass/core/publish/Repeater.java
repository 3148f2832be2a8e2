package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Session;
import java.time.Clock;

/** Publishes again and again at an even pace. */
public final class Repeater {

    private final Session session;
    private final Clock clock;

    public Repeater(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * A repetition that is carried out by {@link RepeatRun#run}.
     *
     * @param composition its placeholders are filled anew for each message
     */
    public RepeatRun prepare(Composition composition, RepeatPlan plan) {
        return new RepeatRun(session, clock, composition, plan);
    }
}
