package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.Secret;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be typed into the form. */
public enum Field {
    NAME(Section.GENERAL),
    SERVERS(Section.GENERAL),
    FOLDER(Section.GENERAL),
    DESCRIPTION(Section.GENERAL),
    USER(Section.SIGN_IN),
    PASSWORD(Section.SIGN_IN, Secret.PASSWORD),
    TOKEN(Section.SIGN_IN, Secret.TOKEN),
    SEED_FILE(Section.SIGN_IN),
    SEED(Section.SIGN_IN, Secret.SEED),
    CREDENTIALS_FILE(Section.SIGN_IN),
    CREDENTIALS(Section.SIGN_IN, Secret.CREDENTIALS),
    JWT(Section.SIGN_IN, Secret.JWT),
    TRUST_FILE(Section.SECURITY),
    TRUST_PASSWORD(Section.SECURITY, Secret.TRUST_PASSWORD),
    CERTIFICATE_FILE(Section.SECURITY),
    KEY_FILE(Section.SECURITY),
    STORE_FILE(Section.SECURITY),
    KEY_PASSWORD(Section.SECURITY, Secret.KEY_PASSWORD),
    WINDOWS_MATCH(Section.SECURITY),
    PROXY(Section.LINK),
    INBOX_PREFIX(Section.LINK),
    PING(Section.LINK),
    FIRST_PAUSE(Section.LINK),
    LONGEST_PAUSE(Section.LINK),
    CONNECTION_NAME(Section.LINK),
    DOMAIN(Section.JETSTREAM),
    API_PREFIX(Section.JETSTREAM),
    PATTERNS(Section.SUBSCRIPTIONS);

    private final Section section;
    private final @Nullable Secret secret;

    Field(Section section) {
        this(section, null);
    }

    Field(Section section, @Nullable Secret secret) {
        this.section = section;
        this.secret = secret;
    }

    public Section section() {
        return section;
    }

    /** The secret that is typed here, which never stands in the profile. */
    public Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    /** The field of a secret. */
    public static Field of(Secret secret) {
        return Arrays.stream(values())
                .filter(field -> field.secret == secret)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(secret.name()));
    }
}
