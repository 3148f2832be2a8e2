package app.edgeglass.core.connection.auth;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import io.nats.client.Options;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives the client what a profile's login asks for. Everything is read and looked at before anything is sent, so that a
 * missing file or a seed of the wrong kind is said as that and not as a server's refusal. Files are read again for each
 * connection: credentials that were renewed on the disk serve from the next reconnect on.
 */
public final class SignIn {

    private static final SecretValue NO_SEED = SecretValue.of("");

    private final Profile profile;
    private final Secrets secrets;

    public SignIn(Profile profile, Secrets secrets) {
        this.profile = profile;
        this.secrets = secrets;
    }

    /**
     * Makes the client sign in.
     *
     * @throws Failure when something of it is missing or is not what it should be; see {@link #wantedBy} for what could be
     *     asked for
     */
    public void apply(Options.Builder builder) {
        switch (profile.login()) {
            case Login.None() -> {}
            case Login.Password(String user) ->
                builder.userInfo(user.toCharArray(), wanted(Secret.PASSWORD).chars());
            case Login.Token() -> builder.token(wanted(Secret.TOKEN).chars());
            case Login.NKey _, Login.Credentials _, Login.Jwt _ -> builder.authHandler(KeyHandler.of(keys()));
        }
    }

    /** Until when the profile's JWT is good; nothing when it has none, when it never expires, or when it cannot be read. */
    public Optional<Instant> expiry() {
        try {
            return keys().get().expiry();
        } catch (Failure unreadable) {
            return Optional.empty();
        }
    }

    private Supplier<Keys> keys() {
        return switch (profile.login()) {
            case Login.None _, Login.Password _, Login.Token _ -> () -> Keys.NONE;
            case Login.NKey(Optional<Path> file) -> file.isPresent() ? seedOf(file.get()) : seed(wanted(Secret.SEED));
            case Login.Credentials(Optional<Path> file) ->
                file.isPresent() ? credentialsOf(file.get()) : credentials(wanted(Secret.CREDENTIALS));
            case Login.Jwt(boolean bearer) -> jwt(wanted(Secret.JWT), bearer ? NO_SEED : wanted(Secret.SEED));
        };
    }

    private static Supplier<Keys> seedOf(Path file) {
        return () -> Keys.seed(SecretFile.read(file), shown(file));
    }

    private static Supplier<Keys> seed(SecretValue seed) {
        return () -> Keys.seed(seed, "");
    }

    private static Supplier<Keys> credentialsOf(Path file) {
        return () -> Keys.credentials(SecretFile.read(file), shown(file));
    }

    private static Supplier<Keys> credentials(SecretValue text) {
        return () -> Keys.credentials(text, "");
    }

    private static Supplier<Keys> jwt(SecretValue jwt, SecretValue seed) {
        return () -> Keys.jwt(jwt, seed);
    }

    private static String shown(Path file) {
        return " (" + file + ")";
    }

    private SecretValue wanted(Secret which) {
        return secrets.find(which)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Failure.of(unknown(which), profile.name()));
    }

    private static String unknown(Secret which) {
        return switch (which) {
            case PASSWORD -> "login.password-unknown";
            case TOKEN -> "login.token-unknown";
            case SEED -> "login.seed-unknown";
            case JWT -> "login.jwt-unknown";
            case CREDENTIALS -> "login.credentials-unknown";
            // Those of files are asked for when the file turns out to be locked.
            case KEY_PASSWORD, TRUST_PASSWORD -> throw new IllegalArgumentException(which.name());
        };
    }

    /** Which secret would have been needed, if it is that what failed; for who can ask the person. */
    public static Optional<Secret> wantedBy(Failure failure) {
        return Optional.ofNullable(
                switch (failure.key()) {
                    case "login.password-unknown" -> Secret.PASSWORD;
                    case "login.token-unknown" -> Secret.TOKEN;
                    case "login.seed-unknown" -> Secret.SEED;
                    case "login.jwt-unknown" -> Secret.JWT;
                    case "login.credentials-unknown" -> Secret.CREDENTIALS;
                    case "tls.key-locked" -> Secret.KEY_PASSWORD;
                    case "tls.trust-locked" -> Secret.TRUST_PASSWORD;
                    default -> null;
                });
    }
}
