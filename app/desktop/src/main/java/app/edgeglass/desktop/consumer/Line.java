package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.Trend;
import app.edgeglass.core.consumer.Warning;
import app.edgeglass.core.consumer.Warnings.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A consumer as the table shows it.
 *
 * @param change by how many messages a second its lag changes; nothing while that is not known
 * @param done how many messages a second are acknowledged
 * @param oldest when the oldest message came that it is not done with; nothing when it is done with all, and while that is not
 *     known
 * @param at when the server said this
 */
record Line(
        ConsumerRow row,
        List<Warning> warnings,
        Trend trend,
        Optional<Double> change,
        Optional<Double> done,
        Optional<Instant> oldest,
        Instant at) {

    Judged judged() {
        return new Judged(row, warnings);
    }

    /** How far it is behind in time; nothing where that is not known. */
    Optional<Duration> lagTime() {
        return row.lag() == 0 ? Optional.of(Duration.ZERO) : oldest.map(then -> positive(Duration.between(then, at)));
    }

    Optional<Duration> idle() {
        return row.lastActive().map(then -> positive(Duration.between(then, at)));
    }

    /** The clocks of two computers differ. */
    private static Duration positive(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }

    Line withOldest(Optional<Instant> newOldest) {
        return new Line(row, warnings, trend, change, done, newOldest, at);
    }
}
