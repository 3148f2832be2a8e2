package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;

/** Where a connection leads to from here; the sessions are a matter of others. */
public interface Door {

    /** How a connection stands that may be open. */
    enum Standing {
        CLOSED,
        OPENING,
        LIVE,
        /** Open, and without a server at the moment. */
        AWAY
    }

    /** Leads to nothing. */
    Door NOWHERE = new Door() {
        @Override
        public void open(Profile profile, Secrets secrets) {}

        @Override
        public void examine(Profile profile, Secrets secrets) {}

        @Override
        public void note(Resolved context) {}

        @Override
        public Standing standing(String id) {
            return Standing.CLOSED;
        }
    };

    /** Opens a session, and shows it. */
    void open(Profile profile, Secrets secrets);

    /** Examines a connection step by step, without opening it. */
    void examine(Profile profile, Secrets secrets);

    /** Says what of a context that is opened is not as the CLI would have it. */
    void note(Resolved context);

    /** How the sessions of a profile stand; the best of them counts. */
    Standing standing(String id);
}
