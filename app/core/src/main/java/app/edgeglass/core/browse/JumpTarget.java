package app.edgeglass.core.browse;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a stream a person wants to go. */
public sealed interface JumpTarget {

    /** To a sequence. */
    record ToSequence(long sequence) implements JumpTarget {}

    /** To the first message at or behind a time. */
    record ToTime(Instant time) implements JumpTarget {}

    /** To the next message of some subjects. */
    record ToNext(String pattern) implements JumpTarget {}

    /** Such as {@code -15m}. */
    Pattern AGO = Pattern.compile("-\\s*(\\d{1,9})\\s*(s|m|min|h|d)");

    /**
     * Understands what a person typed: a whole number is a sequence (with or without separators), a date, a time of day, both, or
     * {@code -15m} is a time, and anything else a subject or a pattern of subjects.
     *
     * @param now what {@code -15m} counts from
     * @param day of which day a time of day is meant, where nothing says so
     * @throws Failure {@code subject.*} when it can be none of these
     */
    static JumpTarget parse(String typed, Instant now, Instant day, ZoneId zone) {
        String text = typed.strip();
        String digits = text.replaceAll("[\\s,_’'\u00a0\u202f]", "");
        if (digits.matches("\\d{1,18}")) {
            return new ToSequence(Long.parseLong(digits));
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return new ToTime(now.minus(span(Long.parseLong(ago.group(1)), ago.group(2))));
        }
        return time(text, day.atZone(zone))
                .<JumpTarget>map(ToTime::new)
                .orElseGet(() -> new ToNext(SubjectPattern.parse(text).text()));
    }

    private static Duration span(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofMinutes(count);
        };
    }

    private static Optional<Instant> time(String text, ZonedDateTime day) {
        String iso = text.matches("\\d{4}-\\d\\d-\\d\\d \\d.*") ? text.replaceFirst(" ", "T") : text;
        try {
            if (iso.matches("\\d{1,2}:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?")) {
                LocalTime at = LocalTime.parse(iso.length() > 1 && iso.charAt(1) == ':' ? "0" + iso : iso);
                return Optional.of(day.with(at).toInstant());
            }
            if (iso.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(
                        LocalDate.parse(iso).atStartOfDay(day.getZone()).toInstant());
            }
            if (iso.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+")) {
                return Optional.of(
                        LocalDateTime.parse(iso).atZone(day.getZone()).toInstant());
            }
            if (iso.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-][\\d:]+)")) {
                return Optional.of(OffsetDateTime.parse(iso).toInstant());
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            throw Failure.because(e, "browse.no-time", text);
        }
    }
}
