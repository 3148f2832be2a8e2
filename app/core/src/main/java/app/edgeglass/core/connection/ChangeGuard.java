package app.edgeglass.core.connection;

import app.edgeglass.core.connection.change.ApiSubjects;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import java.util.function.Supplier;

/**
 * The one gate that everything passes which publishes to a server or changes it: a profile that is read-only refuses
 * here, whatever the window shows, and one of production destroys nothing whose name was not typed.
 */
public final class ChangeGuard {

    private final Profile profile;
    private final Supplier<Connection> connection;
    private final ApiSubjects subjects;

    /** @param connection the session's, when it is live */
    ChangeGuard(Profile profile, Supplier<Connection> connection) {
        this.profile = profile;
        this.connection = connection;
        this.subjects = new ApiSubjects(profile.jetStream());
    }

    /**
     * Asks for a change. A request that only reads is one too, and is what a read-only profile allows.
     *
     * @throws Failure {@code guard.read-only}; {@code guard.unnamed} for a message by which a production server would
     *     destroy something without having been asked by name
     */
    public Permit allow(Change change) {
        if (!reads(change)) {
            refuseReadOnly(change.sentence());
            refuseUnnamed(change);
        }
        return new Permit(connection);
    }

    /** A snapshot could be sent to others; one that is asked for to be saved comes to us. */
    private boolean reads(Change change) {
        return change.kind() == Change.Kind.SAVE_STREAM
                || (change.kind() == Change.Kind.REQUEST && reads(change.name()));
    }

    /** Whether a request to this subject only reads, so that a read-only profile may send it. */
    public boolean reads(String subject) {
        return subjects.reads(subject);
    }

    /** What a person is to be asked before this is destroyed. */
    public Confirmation confirmation(Destruction act) {
        return Confirmation.of(act, profile.environment() == Environment.PRODUCTION);
    }

    /**
     * Asks for a destruction that a person was asked for.
     *
     * @param typed what the person typed; empty where the {@link #confirmation} asks for no name
     * @throws Failure {@code guard.read-only}; {@code guard.other-name} when another name was typed
     */
    public Consent allow(Destruction act, String typed) {
        refuseReadOnly(act.sentence());
        if (!confirmation(act).isGivenBy(typed)) {
            throw Failure.of("guard.other-name", profile.name(), act.sentence(), act.name());
        }
        return new Consent(connection);
    }

    private void refuseReadOnly(String action) {
        if (profile.readOnly()) {
            throw Failure.of("guard.read-only", profile.name(), action);
        }
    }

    /** Nobody was asked for the name of what goes with a bare message. */
    private void refuseUnnamed(Change change) {
        boolean destroys = switch (change.kind()) {
            case PUBLISH, REQUEST -> subjects.destroys(change.name());
            case ROLL_UP -> true;
            default -> false;
        };
        if (destroys && profile.environment() == Environment.PRODUCTION) {
            throw Failure.of("guard.unnamed", profile.name(), change.sentence());
        }
    }
}
