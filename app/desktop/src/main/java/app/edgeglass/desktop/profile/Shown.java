package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.store.UnreadableProfile;
import app.edgeglass.core.error.Failure;
import java.util.Optional;

/** What stands beside the list. */
public sealed interface Shown {

    /** Nothing is chosen. */
    record Nothing() implements Shown {}

    /** A profile, in the form. */
    record Editing() implements Shown {}

    /**
     * A context of the {@code nats} CLI.
     *
     * @param resolved what it comes to; nothing while it is read, and when it cannot be used
     * @param failure why it cannot be used
     */
    record OfContext(ContextRow row, Optional<Resolved> resolved, Optional<Failure> failure) implements Shown {}

    /** An entry of the file that cannot be read. */
    record Unreadable(UnreadableProfile entry) implements Shown {}
}
