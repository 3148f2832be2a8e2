package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.MessageTemplate;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.Template;
import app.edgeglass.core.design.payload.MessageMaker;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What all that act in a simulation have in common.
 *
 * @param random draws when and where, not what
 */
record Stage(SubjectDesign design, Wire wire, Later later, Clock clock, SplittableRandom random) {

    MessageMaker maker(MessageTemplate message, Template subject) {
        return new MessageMaker(message, design.expand(subject), design.seed());
    }

    Tally tally() {
        return wire.tally();
    }

    /** A time between the two. */
    Duration between(Duration least, Duration most) {
        long spread = most.toNanos() - least.toNanos();
        return least.plusNanos(spread <= 0 ? 0 : random.nextLong(spread + 1));
    }
}
