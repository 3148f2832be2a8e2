package app.edgeglass.core.jetstream.config;

import app.edgeglass.core.error.Failure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes, time spans and moments as a person types them and as they are shown: what is shown can be typed again, and means the
 * same to the byte and to the nanosecond.
 */
public final class Quantities {

    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:[.]\\d+)?)\\s*([a-zµμ]*)");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final Map<String, Long> BYTES = byteUnits();
    private static final Map<String, Long> SPANS = Map.ofEntries(
            Map.entry("w", 7 * 86_400_000_000_000L),
            Map.entry("d", 86_400_000_000_000L),
            Map.entry("h", 3_600_000_000_000L),
            Map.entry("m", 60_000_000_000L),
            Map.entry("min", 60_000_000_000L),
            Map.entry("s", 1_000_000_000L),
            Map.entry("ms", 1_000_000L),
            Map.entry("us", 1_000L),
            Map.entry("µs", 1_000L),
            Map.entry("μs", 1_000L),
            Map.entry("ns", 1L));

    private Quantities() {}

    /** A bare letter is binary, as the server’s own configuration has it. */
    private static Map<String, Long> byteUnits() {
        var units = new HashMap<>(Map.of("", 1L, "b", 1L));
        String letters = "kmgtpe";
        for (int i = 0; i < letters.length(); i++) {
            String letter = letters.substring(i, i + 1);
            units.put(letter, 1L << (10 * (i + 1)));
            units.put(letter + "ib", 1L << (10 * (i + 1)));
            units.put(letter + "b", BigDecimal.TEN.pow(3 * (i + 1)).longValueExact());
        }
        return Map.copyOf(units);
    }

    /**
     * A number of bytes, such as {@code 10GiB}, {@code 1.5 MB} or {@code 4096}.
     *
     * @throws Failure {@code config.bytes}
     */
    public static long bytes(String typed) {
        Matcher matcher = NUMBER.matcher(plain(typed));
        Long unit = matcher.matches() ? BYTES.get(matcher.group(2)) : null;
        if (unit == null) {
            throw Failure.of("config.bytes", typed);
        }
        return whole(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)), "config.bytes", typed);
    }

    /**
     * Nanoseconds, such as of {@code 24h}, {@code 1d 12h}, {@code 1.5s} or {@code 100ms}. A number without a unit is none.
     *
     * @throws Failure {@code config.span}
     */
    public static long nanos(String typed) {
        String plain = plain(typed);
        if (plain.equals("0")) {
            return 0;
        }
        Matcher matcher = NUMBER.matcher(plain);
        var sum = BigDecimal.ZERO;
        int at = 0;
        while (matcher.find(at) && plain.substring(at, matcher.start()).isBlank()) {
            Long unit = SPANS.get(matcher.group(2));
            if (unit == null) {
                throw Failure.of("config.span", typed);
            }
            sum = sum.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)));
            at = matcher.end();
        }
        if (plain.isEmpty() || at < plain.length()) {
            throw Failure.of("config.span", typed);
        }
        return whole(sum, "config.span", typed);
    }

    /**
     * A moment, such as {@code 2026-03-01T12:00:00Z}, or without a zone in that of this computer.
     *
     * @throws Failure {@code config.moment}
     */
    public static Instant moment(String typed) {
        String text = typed.strip().replace(' ', 'T');
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw Failure.because(e, "config.moment", typed);
        }
    }

    /**
     * A whole number.
     *
     * @throws Failure {@code config.number}
     */
    public static long number(String typed) {
        try {
            return Long.parseLong(plain(typed).replace(" ", ""));
        } catch (NumberFormatException e) {
            throw Failure.because(e, "config.number", typed);
        }
    }

    private static long whole(BigDecimal value, String key, String typed) {
        if (value.compareTo(MOST) > 0) {
            throw Failure.of(key, typed);
        }
        return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Groups of digits may be apart, as the program itself shows them. */
    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)[,_\\u00a0\\u202f\\u2009](?=\\d)", "");
    }

    /** In the largest unit in which it is whole, such as {@code 10 GiB} or {@code 1500 B}. */
    public static String sayBytes(long bytes) {
        String[] units = {"EiB", "PiB", "TiB", "GiB", "MiB", "KiB"};
        for (int i = 0; i < units.length; i++) {
            long unit = 1L << (10 * (units.length - i));
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + " " + units[i];
            }
        }
        return bytes + " B";
    }

    /** To the nanosecond, such as {@code 1d 12h} or {@code 250ms}. */
    public static String saySpan(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        var said = new StringBuilder();
        long rest = Math.abs(nanos);
        for (String unit : new String[] {"d", "h", "m", "s", "ms", "us", "ns"}) {
            long size = SPANS.getOrDefault(unit, 1L);
            if (rest >= size) {
                said.append(said.isEmpty() ? "" : " ").append(rest / size).append(unit);
                rest %= size;
            }
        }
        return (nanos < 0 ? "-" : "") + said;
    }
}
