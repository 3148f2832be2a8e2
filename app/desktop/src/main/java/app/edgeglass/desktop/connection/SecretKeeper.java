package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;

/** Keeps secrets that were typed for a session, where the person wants that and there is a place for them. */
public interface SecretKeeper {

    /** Keeps nothing. */
    SecretKeeper NOWHERE = new SecretKeeper() {
        @Override
        public boolean canKeep(Profile profile) {
            return false;
        }

        @Override
        public void keep(Profile profile, Secret which, SecretValue value) {}
    };

    /** Whether this profile's secrets can be kept beyond the end of the program. */
    boolean canKeep(Profile profile);

    /** Keeps it, in the background; when that fails it stays unknown the next time, and is asked for again. */
    void keep(Profile profile, Secret which, SecretValue value);
}
