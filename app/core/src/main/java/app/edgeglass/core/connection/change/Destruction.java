package app.edgeglass.core.connection.change;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.core.text.Words;
import java.util.Locale;

/**
 * A change that takes away what does not come back. How it has to be confirmed, the guard says.
 *
 * @param name what a person types to confirm it where that is asked: the exact name of what it is done to
 * @param within in what that is, such as the stream of a consumer; empty where it stands for itself
 */
public record Destruction(Kind kind, String name, String within, Loss loss) {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    /** The kinds; each has its words under {@code guard.change.}, {@code guard.ask.} and {@code guard.loss.}. */
    public enum Kind {
        DELETE_STREAM("delete-stream"),
        PURGE_STREAM("purge-stream"),
        /** Narrower limits: what is beyond them goes at once. */
        SHRINK_STREAM("shrink-stream"),
        /** Nothing is lost, but a sealed stream takes nothing any more, for ever. */
        SEAL_STREAM("seal-stream"),
        /** The copy on one server goes; the others keep theirs. */
        REMOVE_PEER("remove-peer"),
        DELETE_MESSAGES("delete-messages"),
        DELETE_CONSUMER("delete-consumer"),
        DELETE_BUCKET("delete-bucket"),
        DELETE_KEY("delete-key"),
        PURGE_KEY("purge-key"),
        DELETE_OBJECT_BUCKET("delete-object-bucket"),
        DELETE_OBJECT("delete-object"),
        SEAL_OBJECT_BUCKET("seal-object-bucket"),
        REMOVE_DESIGN("remove-design");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    public static Destruction deleteStream(String name, Loss loss) {
        return new Destruction(Kind.DELETE_STREAM, name, "", loss);
    }

    /** @param filter which subjects' messages; empty for all */
    public static Destruction purgeStream(String name, String filter, Loss loss) {
        return new Destruction(Kind.PURGE_STREAM, name, filter.isEmpty() ? ">" : filter, loss);
    }

    public static Destruction shrinkStream(String name, Loss loss) {
        return new Destruction(Kind.SHRINK_STREAM, name, "", loss);
    }

    public static Destruction sealStream(String name) {
        return new Destruction(Kind.SEAL_STREAM, name, "", Loss.NONE);
    }

    /** @param peer the server that is to keep it no longer */
    public static Destruction removePeer(String stream, String peer) {
        return new Destruction(Kind.REMOVE_PEER, stream, peer, Loss.NONE);
    }

    public static Destruction deleteMessages(String stream, Loss loss) {
        return new Destruction(Kind.DELETE_MESSAGES, stream, "", loss);
    }

    /** @param loss its items are what it has still to deliver; they stay in the stream */
    public static Destruction deleteConsumer(String stream, String name, Loss loss) {
        return new Destruction(Kind.DELETE_CONSUMER, name, stream, loss);
    }

    public static Destruction deleteBucket(String name, Loss loss) {
        return new Destruction(Kind.DELETE_BUCKET, name, "", loss);
    }

    /** The key gets a marker; its older values stay as far as the bucket keeps a history. */
    public static Destruction deleteKey(String bucket, String key) {
        return new Destruction(Kind.DELETE_KEY, key, bucket, Loss.NONE);
    }

    /** @param loss its items are the values in the key's history */
    public static Destruction purgeKey(String bucket, String key, Loss loss) {
        return new Destruction(Kind.PURGE_KEY, key, bucket, loss);
    }

    public static Destruction deleteObjectBucket(String name, Loss loss) {
        return new Destruction(Kind.DELETE_OBJECT_BUCKET, name, "", loss);
    }

    public static Destruction deleteObject(String bucket, String name, long bytes) {
        return new Destruction(Kind.DELETE_OBJECT, name, bucket, new Loss(1, bytes, 0));
    }

    public static Destruction sealObjectBucket(String name) {
        return new Destruction(Kind.SEAL_OBJECT_BUCKET, name, "", Loss.NONE);
    }

    /** @param assets how many streams, buckets and consumers it has created */
    public static Destruction removeDesign(String title, int assets) {
        return new Destruction(Kind.REMOVE_DESIGN, title, "", new Loss(assets, 0, 0));
    }

    /** What is about to be done, as a part of a sentence, such as {@code delete the stream ORDERS}. */
    public String sentence() {
        return WORDS.say("guard.change." + kind.key, name, within);
    }

    /** Whether to do it, as a question. */
    String question() {
        return WORDS.say("guard.ask." + kind.key, name, within);
    }

    /** What is lost, in a sentence. */
    String lost() {
        return WORDS.say(
                "guard.loss." + kind.key, name, within, loss.items(), Sizes.say(loss.bytes()), loss.consumers());
    }
}
