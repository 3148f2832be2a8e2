package app.edgeglass.core.stream;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/**
 * What a change of the configuration does to the messages that are there.
 *
 * @param field by which
 * @param messages how many go
 * @param certainty how sure that is
 */
public record UpdateEffect(String field, long messages, Certainty certainty) {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    /** How sure a number is. */
    public enum Certainty {
        EXACT("exact"),
        /** No more than that. */
        AT_MOST("at-most"),
        /** About that many, going by averages. */
        ABOUT("about"),
        /** Some may go, and how many cannot be said beforehand. */
        UNKNOWN("unknown");

        private final String key;

        Certainty(String key) {
            this.key = key;
        }
    }

    /** In a sentence. */
    public String sentence() {
        return WORDS.say("stream.effect." + certainty.key, messages, field);
    }
}
