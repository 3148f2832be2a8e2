package app.edgeglass.core.publish;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a message is kept, as a person writes it: seconds, or spans such as {@code 90s}, {@code 5m}, {@code 2h30m}, {@code
 * 7d}, or {@code never}. One second is the shortest that servers take (ADR-43 of NATS).
 */
public final class MessageTtl {

    private static final String NEVER = "never";
    private static final Pattern SPAN =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,7})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    private MessageTtl() {}

    /** As servers read it: seconds with an {@code s}, or {@code never}; nothing when it is no span of a second or more. */
    public static Optional<String> header(String written) {
        String text = written.strip();
        if (text.equals(NEVER)) {
            return Optional.of(NEVER);
        }
        var found = SPAN.matcher(text.matches("\\d{1,9}") ? text + "s" : text);
        if (!found.matches()) {
            return Optional.empty();
        }
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String digits = found.group(i + 1);
            seconds += digits == null ? 0 : Long.parseLong(digits) * SECONDS[i];
        }
        return seconds < 1 ? Optional.empty() : Optional.of(seconds + "s");
    }
}
