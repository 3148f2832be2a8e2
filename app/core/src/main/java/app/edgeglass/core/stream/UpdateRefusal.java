package app.edgeglass.core.stream;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/**
 * A change that the server would refuse.
 *
 * @param field the path of the field
 * @param why which reason
 */
public record UpdateRefusal(String field, Why why) {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    /** Reasons. */
    public enum Why {
        FIXED("fixed"),
        STAYS_ON("stays-on"),
        WORK_QUEUE("work-queue"),
        MIRROR("mirror"),
        NEWER("newer");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    public String sentence() {
        return WORDS.say("stream.refusal." + why.key, field);
    }
}
