package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;

/**
 * The one gate that everything passes which publishes to a server or changes it: a profile that is read-only refuses
 * here, whatever the window shows.
 */
public final class ChangeGuard {

    private final Profile profile;

    ChangeGuard(Profile profile) {
        this.profile = profile;
    }

    /**
     * @param action what is about to be done, for the refusal's sentence, such as {@code publish to orders.created}
     * @throws Failure when the profile is read-only
     */
    public void allow(String action) {
        if (profile.readOnly()) {
            throw Failure.of("guard.read-only", profile.name(), action);
        }
    }
}
