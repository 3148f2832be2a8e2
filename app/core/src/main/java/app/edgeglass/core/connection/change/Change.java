package app.edgeglass.core.connection.change;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/**
 * Something that changes a server, or that others on it notice. What also takes something away that does not come back is a
 * {@link Destruction} instead.
 *
 * @param name what it is done to, such as a subject, or a stream's name
 * @param within in what that is, such as the stream of a consumer; empty where it stands for itself
 */
public record Change(Kind kind, String name, String within) {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    /** The kinds; each says in {@code words.properties}, under {@code guard.change.}, what is done. */
    public enum Kind {
        PUBLISH("publish"),
        REQUEST("request"),
        /** A message that makes a stream forget those before it ({@code Nats-Rollup}, ADR-10 of NATS). */
        ROLL_UP("roll-up"),
        CREATE_STREAM("create-stream"),
        EDIT_STREAM("edit-stream"),
        /** All that is in it comes to us, and to nobody else; nothing is changed by that. */
        SAVE_STREAM("save-stream"),
        RESTORE_STREAM("restore-stream"),
        /** Another server leads from then on. */
        STEP_DOWN("step-down"),
        CREATE_CONSUMER("create-consumer"),
        EDIT_CONSUMER("edit-consumer"),
        PAUSE_CONSUMER("pause-consumer"),
        RESUME_CONSUMER("resume-consumer"),
        /** It begins again somewhere else. */
        RESET_CONSUMER("reset-consumer"),
        UNPIN_CONSUMER("unpin-consumer"),
        STEP_DOWN_CONSUMER("step-down-consumer"),
        /** What is taken the application does not get, for now or for ever. */
        TAKE_MESSAGES("take-messages"),
        /** Acknowledged, refused or put off: the consumer's place in its stream moves. */
        ACKNOWLEDGE("acknowledge"),
        CREATE_BUCKET("create-bucket"),
        EDIT_BUCKET("edit-bucket"),
        PUT_KEY("put-key"),
        PUT_OBJECT("put-object"),
        RUN_DESIGN("run-design");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    public static Change publish(String subject) {
        return new Change(Kind.PUBLISH, subject, "");
    }

    public static Change request(String subject) {
        return new Change(Kind.REQUEST, subject, "");
    }

    public static Change rollUp(String subject) {
        return new Change(Kind.ROLL_UP, subject, "");
    }

    /** To get all that is in a stream, sent to a subject of our own. */
    public static Change saveStream(String name) {
        return new Change(Kind.SAVE_STREAM, name, "");
    }

    /** To make a stream out of what was saved. */
    public static Change restoreStream(String name) {
        return new Change(Kind.RESTORE_STREAM, name, "");
    }

    /** To run a design: create what it keeps, and play it. */
    public static Change runDesign(String title) {
        return new Change(Kind.RUN_DESIGN, title, "");
    }

    /** What is about to be done, as a part of a sentence, such as {@code publish to orders.created}. */
    public String sentence() {
        return WORDS.say("guard.change." + kind.key, name, within);
    }
}
