package app.edgeglass.core.payload;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.plugin.api.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payload, or the first part of one, laid out to be shown.
 *
 * @param reading what it is
 * @param form how it is shown
 * @param lines what is shown
 * @param note what one should know about what is shown, as a sentence; nothing when it is all and as expected
 */
public record PayloadPage(Reading reading, PayloadForm form, Lines lines, Optional<String> note) {

    /** Above this, JSON is not laid out: nobody reads it, and it would take a dozen times as much memory. */
    public static final int LARGEST_PRETTY = 16 * 1024 * 1024;

    private static final int MOST_LINES = 2_000_000;

    /**
     * Lays out the bytes at hand; takes a tenth of a second for five megabytes.
     *
     * @param chosen how a person wants to see it; when there is no choice, or it cannot be shown so, the form that fits
     */
    public static PayloadPage of(Payload payload, @Nullable PayloadForm chosen) {
        var reading = Reading.of(payload);
        var form = chosen == null || (chosen == PayloadForm.PRETTY && !hasPretty(reading)) ? fitting(reading) : chosen;
        return switch (form) {
            case PRETTY -> pretty(payload, reading);
            case TEXT -> text(payload, reading, null);
            case HEX -> {
                var dump = new HexDump(payload.bytes(), payload.bytes().length);
                yield new PayloadPage(reading, PayloadForm.HEX, dump, brokenJson(reading));
            }
        };
    }

    /** The form that fits what a payload is. */
    public static PayloadForm fitting(Reading reading) {
        return switch (reading.kind()) {
            case JSON -> PayloadForm.PRETTY;
            case TEXT, EMPTY -> PayloadForm.TEXT;
            case BINARY -> PayloadForm.HEX;
        };
    }

    /** Whether there is more to it than its characters. */
    public static boolean hasPretty(Reading reading) {
        return reading.kind() == PayloadKind.JSON;
    }

    private static PayloadPage pretty(Payload payload, Reading reading) {
        var size = payload.bytes().length;
        if (size > LARGEST_PRETTY) {
            return text(payload, reading, PayloadWords.say("payload.note.large", size(LARGEST_PRETTY)));
        }
        var laid = JsonLayout.lay(payload.bytes(), size, payload.isWhole(), MOST_LINES);
        if (laid.lines() == null) {
            throw new IllegalStateException("read as JSON before, but now: " + laid.problem());
        }
        return new PayloadPage(reading, PayloadForm.PRETTY, laid.lines(), stopped(laid.end(), size));
    }

    private static PayloadPage text(Payload payload, Reading reading, @Nullable String note) {
        var size = payload.bytes().length;
        var laid = TextLayout.lay(payload.bytes(), size, payload.isWhole(), MOST_LINES);
        var said = note == null ? brokenJson(reading) : Optional.of(note);
        return new PayloadPage(reading, PayloadForm.TEXT, laid.lines(), said.or(() -> stopped(laid.end(), size)));
    }

    private static Optional<String> brokenJson(Reading reading) {
        return reading.brokenJson().map(problem -> PayloadWords.say("payload.note.broken-json", problem.sentence()));
    }

    private static Optional<String> stopped(int end, int size) {
        return end >= size
                ? Optional.empty()
                : Optional.of(PayloadWords.say("payload.note.lines", MOST_LINES, size(end), size(size)));
    }

    private static String size(long bytes) {
        return Sizes.say(bytes, PayloadWords.locale());
    }
}
