package app.edgeglass.core.publish;

import java.util.Optional;
import java.util.regex.Pattern;

/** A placeholder of a {@link Template}. */
sealed interface Placeholder {

    Pattern RANDOM = Pattern.compile("random\\s+(-?\\d{1,18})\\s+(-?\\d{1,18})");

    /** The time in UTC as ISO 8601 with milliseconds. */
    record Now() implements Placeholder {}

    /** A random UUID. */
    record Uuid() implements Placeholder {}

    /** The number of the message. */
    record Counter() implements Placeholder {}

    /** A random whole number, both ends included. */
    record Random(long least, long most) implements Placeholder {}

    /**
     * @param name what stands between the braces
     * @return none when it is no placeholder
     */
    static Optional<Placeholder> parse(String name) {
        String stripped = name.strip();
        return switch (stripped) {
            case "now" -> Optional.of(new Now());
            case "uuid" -> Optional.of(new Uuid());
            case "counter" -> Optional.of(new Counter());
            default -> random(stripped);
        };
    }

    private static Optional<Placeholder> random(String name) {
        var matcher = RANDOM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long least = Long.parseLong(matcher.group(1));
        long most = Long.parseLong(matcher.group(2));
        return least <= most ? Optional.of(new Random(least, most)) : Optional.empty();
    }
}
