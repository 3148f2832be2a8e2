package app.edgeglass.core.connection.profile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * By what a server is to let us in. Only what is no secret stands here; passwords, tokens, seeds and JWTs are
 * {@link Secret}s, which are looked up by the profile's id when it is opened. A client certificate is not a login but part of
 * {@link Tls}: a server may ask for both.
 */
public sealed interface Login {

    /** Nothing is sent. A server with a default user lets one in all the same. */
    record None() implements Login {}

    /** User and {@link Secret#PASSWORD}. */
    record Password(String user) implements Login {}

    /** {@link Secret#TOKEN}. */
    record Token() implements Login {}

    /**
     * A seed that signs the server's nonce.
     *
     * @param seedFile where the seed stands, or nothing when it is kept as {@link Secret#SEED}
     */
    record NKey(Optional<Path> seedFile) implements Login {}

    /**
     * A user's JWT and seed in one file, as {@code nsc} writes it.
     *
     * @param file where it stands, or nothing when its text is kept as {@link Secret#CREDENTIALS}
     */
    record Credentials(Optional<Path> file) implements Login {}

    /** A user's JWT ({@link Secret#JWT}) with its seed ({@link Secret#SEED}); without a seed it is a bearer's JWT. */
    record Jwt(boolean bearer) implements Login {}
}
