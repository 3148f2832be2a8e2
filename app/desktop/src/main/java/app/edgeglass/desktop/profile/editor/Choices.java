package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.ProfileColour;

/** What is one of several in the form. */
public record Choices(
        ProfileColour colour,
        Environment environment,
        LoginKind login,
        TrustKind trust,
        IdentityKind identity,
        PlaceKind place) {

    /** By what one signs in. */
    public enum LoginKind {
        NONE,
        PASSWORD,
        TOKEN,
        NKEY,
        CREDENTIALS,
        JWT
    }

    /** Whom one believes. */
    public enum TrustKind {
        JAVA,
        PLATFORM,
        FILE
    }

    /** Where one's own certificate is. */
    public enum IdentityKind {
        NONE,
        PEM,
        STORE,
        WINDOWS
    }

    /** Which JetStream is asked. */
    public enum PlaceKind {
        OWN,
        DOMAIN,
        PREFIX
    }
}
