package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Secret;
import java.util.Locale;
import java.util.Optional;

/** The keys of a context's file, in the order in which the CLI writes them (jsm.go, {@code natscontext}, of 2026). */
enum Field {
    DESCRIPTION,
    URL,
    SOCKS_PROXY,
    TOKEN,
    USER,
    PASSWORD,
    CREDS,
    NKEY,
    CERT,
    KEY,
    CA,
    NSC,
    JETSTREAM_DOMAIN,
    JETSTREAM_API_PREFIX,
    JETSTREAM_EVENT_PREFIX,
    INBOX_PREFIX,
    USER_JWT,
    USER_SEED,
    COLOR_SCHEME,
    TLS_FIRST,
    WINDOWS_CERT_STORE,
    WINDOWS_CERT_MATCH_BY,
    WINDOWS_CERT_MATCH,
    WINDOWS_CA_CERTS_MATCH;

    /** Written by tools that show contexts, never by {@code nats context save}; says nothing that the file's name does not. */
    static final String NAME = "name";

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which secret it holds or refers to. */
    Optional<Secret> secret() {
        return Optional.ofNullable(
                switch (this) {
                    case PASSWORD -> Secret.PASSWORD;
                    case TOKEN -> Secret.TOKEN;
                    case CREDS -> Secret.CREDENTIALS;
                    case NKEY, USER_SEED -> Secret.SEED;
                    case USER_JWT -> Secret.JWT;
                    default -> null;
                });
    }

    /** Whether it takes part in deciding by what one is let in. */
    boolean isOfLogin() {
        return this == USER || this == NSC || secret().isPresent();
    }
}
