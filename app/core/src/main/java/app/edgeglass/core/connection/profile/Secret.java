package app.edgeglass.core.connection.profile;

/** What of a profile is secret and therefore never stands in its file. */
public enum Secret {
    PASSWORD,
    TOKEN,
    /** An NKey's seed, which starts with {@code S}. */
    SEED,
    /** A user's JWT. */
    JWT,
    /** The whole text of a {@code .creds} file. */
    CREDENTIALS,
    /** What opens the client's key, be it PEM, PKCS#12 or JKS. */
    KEY_PASSWORD,
    /** What opens the store of trusted authorities. */
    TRUST_PASSWORD
}
