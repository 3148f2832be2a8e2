package app.edgeglass.core.stream;

import app.edgeglass.core.text.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something about a stream that its owner should know.
 *
 * @param kind which
 * @param detail what the sentence names
 */
public record StreamWarning(Kind kind, String detail) {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    /** From this part of a limit on. */
    private static final double NEARLY = 0.8;

    /** The kinds, the most urgent first. */
    public enum Kind {
        UNSUPPORTED("unsupported", true),
        NO_LEADER("no-leader", true),
        OFFLINE("offline", true),
        ORIGIN("origin", true),
        FULL_MESSAGES("full-messages", false),
        FULL_BYTES("full-bytes", false),
        BEHIND("behind", false),
        NO_LIMITS("no-limits", false);

        private final String key;
        private final boolean urgent;

        Kind(String key, boolean urgent) {
            this.key = key;
            this.urgent = urgent;
        }
    }

    /** What is to be said of a stream, the most urgent first. */
    public static List<StreamWarning> of(StreamInfo stream) {
        var warnings = new ArrayList<StreamWarning>();
        if (stream.replicas().lacksLeader()) {
            warnings.add(new StreamWarning(Kind.NO_LEADER, ""));
        }
        stream.replicas().followers().forEach(follower -> {
            if (follower.isSilent()) {
                warnings.add(new StreamWarning(Kind.OFFLINE, follower.name()));
            } else if (!follower.current()) {
                warnings.add(new StreamWarning(Kind.BEHIND, follower.name()));
            }
        });
        stream.origins()
                .forEach(origin -> origin.error()
                        .ifPresent(
                                error -> warnings.add(new StreamWarning(Kind.ORIGIN, origin.name() + ": " + error))));
        stream.limit("max_msgs")
                .ifPresent(most -> full(Kind.FULL_MESSAGES, stream.state().messages(), most, warnings));
        stream.limit("max_bytes")
                .ifPresent(most -> full(Kind.FULL_BYTES, stream.state().bytes(), most, warnings));
        if (growsForEver(stream)) {
            warnings.add(new StreamWarning(Kind.NO_LIMITS, ""));
        }
        warnings.sort((a, b) -> a.kind().compareTo(b.kind()));
        return warnings;
    }

    private static void full(Kind kind, long held, long most, List<StreamWarning> into) {
        double part = held / (double) most;
        // One that holds the last value of something is full at one message, and means to be.
        if (part >= NEARLY && most > 1) {
            into.add(new StreamWarning(
                    kind, NumberFormat.getPercentInstance(WORDS.locale()).format(part)));
        }
    }

    /** What consumers take away does not stay; a sealed stream takes nothing. */
    private static boolean growsForEver(StreamInfo stream) {
        return stream.retention().equals("limits")
                && !stream.is("sealed")
                && stream.limit("max_msgs").isEmpty()
                && stream.limit("max_bytes").isEmpty()
                && stream.limit("max_age").isEmpty()
                && stream.limit("max_msgs_per_subject").isEmpty();
    }

    /** Whether it is an error rather than something to look at. */
    public boolean isUrgent() {
        return kind.urgent;
    }

    /** In a few words, such as {@code 92 % of the most bytes}. */
    public String sentence() {
        return WORDS.say("stream.warning." + kind.key, detail);
    }
}
