package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often something happens: {@code every} or {@code rate}, {@code jitter}, {@code burst}. */
final class PaceReader {

    static final Pace SELDOM = new Pace(new Pace.Total(1), 0, 1);

    private static final Pattern RATE = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,9})?)\\s*/\\s*(s|min|m|h)");
    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "m", 60.0, "min", 60.0, "h", 3600.0);
    private static final double MOST_PER_SECOND = 1_000_000;
    private static final Duration LEAST = Duration.ofMillis(1);

    private PaceReader() {}

    static Pace required(Fields fields) {
        Optional<Pace> pace = read(fields);
        if (pace.isEmpty() && !fields.has("every") && !fields.has("rate")) {
            fields.spot().wrong("no-pace");
        }
        return pace.orElse(SELDOM);
    }

    /** None when none is given. */
    static Optional<Pace> read(Fields fields) {
        Optional<Pace.Rate> each = fields.optional("every", PaceReader::every).map(Pace.Each::new);
        Optional<Pace.Rate> total =
                fields.optional("rate", PaceReader::perSecond).map(Pace.Total::new);
        double jitter = fields.optional("jitter", Scalars::share, 0.0);
        int burst = fields.optional("burst", Scalars.small(1, 1_000), 1);
        if (fields.has("every") && fields.has("rate")) {
            fields.spot().wrong("two-paces");
        }
        return each.or(() -> total).map(rate -> new Pace(rate, jitter, burst));
    }

    private static Optional<Duration> every(Spot spot) {
        return Scalars.duration(spot).filter(every -> {
            if (every.compareTo(LEAST) < 0) {
                spot.wrong("every-least");
                return false;
            }
            return true;
        });
    }

    /** A rate in total, such as {@code 20/s} or {@code 3/min}. */
    static Optional<Double> perSecond(Spot spot) {
        return spot.text().flatMap(text -> {
            Matcher rate = RATE.matcher(text.strip());
            if (!rate.matches()) {
                spot.wrong("rate", text);
                return Optional.empty();
            }
            double perSecond = Double.parseDouble(rate.group(1)) / SECONDS.getOrDefault(rate.group(2), 1.0);
            if (perSecond <= 0 || perSecond > MOST_PER_SECOND) {
                spot.wrong("rate-bounds", text);
                return Optional.empty();
            }
            return Optional.of(perSecond);
        });
    }
}
