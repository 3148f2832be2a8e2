package app.edgeglass.core.connection.profile;

/** What stands behind a server, which decides how much is asked before it is changed. */
public enum Environment {
    DEVELOPMENT,
    STAGING,
    PRODUCTION
}
