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
 */
record Line(
        ConsumerRow row,
        List<Warning> warnings,
        Trend trend,
        Optional<Double> change,
        Optional<Double> done,
        Optional<Instant> oldest) {

    Judged judged() {
        return new Judged(row, warnings);
    }

    /** How far it is behind in time; nothing where that is not known. */
    Optional<Duration> lagTime() {
        return row.lag() == 0
                ? Optional.of(Duration.ZERO)
                : oldest.map(then -> positive(Duration.between(then, row.at())));
    }

    Optional<Duration> idle() {
        return row.lastActive().map(then -> positive(Duration.between(then, row.at())));
    }

    /** The clocks of the servers of a cluster differ a little. */
    private static Duration positive(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }
}
