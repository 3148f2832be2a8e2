package app.edgeglass.core.error;

import app.edgeglass.core.text.Words;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can meet: what was tried and what went wrong, in a sentence, and what to do next, in another.
 * Anything else that is thrown is a bug.
 *
 * <p>The words stand in {@code words.properties} of core under {@code failure.<key>} and {@code failure.<key>.remedy}.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final String key;
    private final String remedy;

    private Failure(String key, @Nullable Throwable cause, Object... arguments) {
        super(WORDS.say("failure." + key, arguments), cause);
        this.key = key;
        this.remedy = WORDS.say("failure." + key + ".remedy", arguments);
    }

    /**
     * @param key names the failure in the bundle, such as {@code connect.refused}
     * @param arguments what fills the sentence and the remedy alike; never a secret
     */
    public static Failure of(String key, Object... arguments) {
        return new Failure(key, null, arguments);
    }

    /** As {@link #of}, keeping what was thrown for the log. */
    public static Failure because(Throwable cause, String key, Object... arguments) {
        return new Failure(key, Objects.requireNonNull(cause), arguments);
    }

    /**
     * The failure in something that was thrown: itself or its first cause that is one. What is none becomes the
     * unexpected failure, whose sentence names only the kind of exception, since its text may hold anything.
     */
    public static Failure in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return failure;
            }
        }
        return because(thrown, "unexpected", thrown.getClass().getSimpleName());
    }

    /** Names the failure; stable, for tests and for decisions. */
    public String key() {
        return key;
    }

    /** What was tried and what went wrong. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }

    /** What to do next. */
    public String remedy() {
        return remedy;
    }

    /** Whether this is a bug of ours rather than something that can be expected to happen. */
    public boolean isBug() {
        return key.equals("unexpected");
    }
}
