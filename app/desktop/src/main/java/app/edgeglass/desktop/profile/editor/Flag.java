package app.edgeglass.desktop.profile.editor;

/** What is on or off in the form. */
public enum Flag {
    READ_ONLY,
    TLS_WANTED,
    TLS_FIRST,
    /** The seed of an NKey stands in a file. */
    SEED_IN_FILE,
    /** Credentials stand in a file. */
    CREDENTIALS_IN_FILE,
    /** The JWT needs no seed. */
    BEARER,
    /** The certificate stands in the store of the machine, not in the user's; on Windows. */
    MACHINE_STORE,
    /** The certificate is found by its issuer, not by its subject; on Windows. */
    BY_ISSUER,
    /** The connection is opened when the program starts; this is no part of the profile. */
    AT_START,
    ECHO,
    RECONNECT
}
