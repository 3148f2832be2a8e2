package app.edgeglass.core.connection.auth;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import io.nats.client.Options;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives the client what a profile's login asks for. Everything is read and looked at before anything is sent, so that a
 * missing file or a seed of the wrong kind is said as that and not as a server's refusal. Files are read again for each
 * connection: credentials that were renewed on the disk serve from the next reconnect on.
 */
public final class SignIn {

    private final Profile profile;
    private final Secrets secrets;

    public SignIn(Profile profile, Secrets secrets) {
        this.profile = profile;
        this.secrets = secrets;
    }

    /** @throws Failure when something of it is missing or is not what it should be; see {@link #wantedBy} when it could be asked for */
    public void apply(Options.Builder builder) {
        switch (profile.login()) {
            case Login.None() -> {}
            case Login.Password(String user) ->
                builder.userInfo(user.toCharArray(), wanted(Secret.PASSWORD).chars());
            case Login.Token() -> builder.token(wanted(Secret.TOKEN).chars());
            case Login.NKey(var file) ->
                builder.authHandler(KeyHandler.of(
                        file.<Supplier<Keys>>map(path -> () -> Keys.seed(SecretFile.read(path), shown(path)))
                                .orElseGet(() -> seed(wanted(Secret.SEED)))));
            case Login.Credentials(var file) ->
                builder.authHandler(KeyHandler.of(file.<Supplier<Keys>>map(SignIn::credentials)
                        .orElseGet(() -> pasted(wanted(Secret.CREDENTIALS)))));
            case Login.Jwt(boolean bearer) -> {
                SecretValue jwt = wanted(Secret.JWT);
                SecretValue seed = bearer ? SecretValue.of("") : wanted(Secret.SEED);
                builder.authHandler(KeyHandler.of(() -> Keys.jwt(jwt, seed)));
            }
        }
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
                    default -> null;
                });
    }

    private static String shown(Path file) {
        return " (" + file + ")";
    }

    private static Supplier<Keys> seed(SecretValue seed) {
        return () -> Keys.seed(seed, "");
    }

    private static Supplier<Keys> credentials(Path file) {
        return () -> Keys.credentials(SecretFile.read(file), shown(file));
    }

    private static Supplier<Keys> pasted(SecretValue text) {
        return () -> Keys.credentials(text, "");
    }
}
