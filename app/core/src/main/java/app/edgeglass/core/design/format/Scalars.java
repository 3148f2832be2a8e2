package app.edgeglass.core.design.format;

import app.edgeglass.core.design.format.YamlNode.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain values of the format: names, numbers, times, sizes, shares. */
final class Scalars {

    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_-]{1,64}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*%");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|TiB)?");
    private static final Pattern TIME = Pattern.compile("(?:\\d{1,12}(?:\\.\\d{1,9})?(?:ns|us|ms|s|m|min|h|d)\\s*)+");
    private static final Pattern TIME_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|min|m|h|d)");

    private static final Map<String, Long> BYTES =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);
    /** A bound above this is there for the arithmetic only. */
    private static final long SAID_MOST = 1_000_000_000_000L;

    private static final double LONGEST_NANOS = 3650 * 86_400e9;

    private Scalars() {}

    /** Any text. */
    static Optional<String> text(Spot spot) {
        return spot.text();
    }

    /** A text that is not empty. */
    static Optional<String> line(Spot spot) {
        return spot.text().filter(text -> accept(spot, !text.isBlank(), "blank"));
    }

    /**
     * A name that the server takes for streams, consumers and buckets alike, and that serves as a mark and in a command:
     * letters, digits, {@code -} and {@code _}.
     */
    static Optional<String> name(Spot spot) {
        return spot.text().filter(text -> accept(spot, NAME.matcher(text).matches(), "name", text));
    }

    static Optional<Boolean> flag(Spot spot) {
        if (spot.node() instanceof Scalar scalar && scalar.kind() == YamlNode.Kind.BOOLEAN) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        spot.wrong("flag");
        return Optional.empty();
    }

    static Kind<Long> integer(long least, long most) {
        return spot -> spot.text().flatMap(text -> {
            try {
                long value = Long.parseLong(text.replace("_", ""));
                if (value >= least && value <= most) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                // Said below, with the bounds.
            }
            String key = most > SAID_MOST ? "integer.least" : "integer";
            spot.wrong(key, text, Long.toString(least), Long.toString(most));
            return Optional.empty();
        });
    }

    static Kind<Integer> small(int least, int most) {
        return spot -> integer(least, most).read(spot).map(Math::toIntExact);
    }

    static Optional<Double> decimal(Spot spot) {
        return spot.text().flatMap(text -> {
            try {
                double value = new BigDecimal(text.replace("_", "")).doubleValue();
                if (Math.abs(value) <= 1e15) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            spot.wrong("decimal", text);
            return Optional.empty();
        });
    }

    static Optional<Double> notNegative(Spot spot) {
        return decimal(spot).filter(value -> accept(spot, value >= 0, "negative"));
    }

    /** A part of a whole: {@code 20%} or {@code 0.2}. */
    static Optional<Double> share(Spot spot) {
        return spot.text().flatMap(text -> {
            Matcher percent = SHARE.matcher(text);
            try {
                double value = percent.matches()
                        ? Double.parseDouble(percent.group(1)) / 100
                        : new BigDecimal(text).doubleValue();
                if (value >= 0 && value <= 1) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            spot.wrong("share", text);
            return Optional.empty();
        });
    }

    /** A count of bytes: {@code 512}, {@code 64 KiB}, {@code 2 MiB}. At least 1. */
    static Optional<Long> size(Spot spot) {
        return spot.text().flatMap(text -> {
            Matcher size = SIZE.matcher(text.strip());
            if (size.matches()) {
                long unit = size.group(2) == null ? 1 : BYTES.getOrDefault(size.group(2), 1L);
                long high = Math.multiplyHigh(Long.parseLong(size.group(1)), unit);
                long bytes = Long.parseLong(size.group(1)) * unit;
                if (high == 0 && bytes > 0) {
                    return Optional.of(bytes);
                }
            }
            spot.wrong("size", text);
            return Optional.empty();
        });
    }

    static Kind<Long> size(long most) {
        return spot -> size(spot).filter(bytes -> accept(spot, bytes <= most, "size-most", Long.toString(most)));
    }

    /** A time of more than nothing: {@code 250ms}, {@code 5s}, {@code 1h30m}, {@code 7d}. */
    static Optional<Duration> duration(Spot spot) {
        return durationOrNone(spot).filter(time -> accept(spot, time.isPositive(), "duration-positive"));
    }

    static Optional<Duration> durationOrNone(Spot spot) {
        return spot.text().flatMap(text -> {
            Optional<Duration> time = parseDuration(text.strip());
            if (time.isEmpty()) {
                spot.wrong("duration", text);
            }
            return time;
        });
    }

    private static Optional<Duration> parseDuration(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        double nanos = 0;
        Matcher part = TIME_PART.matcher(text);
        while (part.find()) {
            nanos += Double.parseDouble(part.group(1)) * NANOS.getOrDefault(part.group(2), 0L);
        }
        return nanos > LONGEST_NANOS ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round(nanos)));
    }

    /** Two values with two dots between them, or one that is both. */
    static <T extends Comparable<T>> Kind<Span<T>> span(Kind<T> kind) {
        return spot -> spot.text().flatMap(text -> {
            String[] ends = text.split("\\.\\.", 2);
            var least = kind.read(end(spot, ends[0]));
            var most = ends.length == 1 ? least : kind.read(end(spot, ends[1]));
            if (least.isEmpty() || most.isEmpty()) {
                return Optional.empty();
            }
            if (least.get().compareTo(most.get()) > 0) {
                spot.wrong("order", ends[0].strip(), ends[1].strip());
                return Optional.empty();
            }
            return Optional.of(new Span<>(least.get(), most.get()));
        });
    }

    private static Spot end(Spot spot, String text) {
        var scalar = new Scalar(spot.node().line(), spot.node().column(), YamlNode.Kind.TEXT, text.strip());
        return new Spot(scalar, spot.path(), spot.problems());
    }

    record Span<T>(T least, T most) {}

    /** One of the constants of an enum, written in small letters. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return spot -> spot.text().flatMap(text -> {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            int index = names.indexOf(text);
            if (index >= 0) {
                return Optional.of(type.getEnumConstants()[index]);
            }
            unknown(spot, text, names);
            return Optional.empty();
        });
    }

    /** Says that a word is not one of those that can stand there, and which of them was probably meant. */
    static void unknown(Spot spot, String text, List<String> known) {
        Optional<String> near = Spelling.nearest(text, known);
        if (near.isPresent()) {
            spot.wrong("unknown.near", text, near.get());
        } else {
            spot.wrong("unknown", text, String.join(", ", known));
        }
    }

    private static boolean accept(Spot spot, boolean right, String key, Object... arguments) {
        if (!right) {
            spot.wrong(key, arguments);
        }
        return right;
    }
}
