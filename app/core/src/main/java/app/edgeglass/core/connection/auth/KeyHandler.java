package app.edgeglass.core.connection.auth;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import io.nats.client.AuthHandler;
import io.nats.client.NKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the server's nonce with the keys of the moment. */
final class KeyHandler implements AuthHandler {

    private static final Logger LOG = LoggerFactory.getLogger(KeyHandler.class);
    private static final char[] NOTHING = {};

    private final Supplier<Keys> source;
    private volatile Keys keys;

    private KeyHandler(Supplier<Keys> source, Keys first) {
        this.source = source;
        this.keys = first;
    }

    /** @throws Failure when the keys cannot be read or are none */
    static KeyHandler of(Supplier<Keys> source) {
        return new KeyHandler(source, source.get());
    }

    /**
     * The public key, which a server wants when there is no JWT. The client asks for this first, for each connection
     * (jnats 2.26.2, {@code Options.buildProtocolConnectOptionsString}).
     */
    @Override
    public char[] getID() {
        try {
            keys = source.get();
        } catch (Failure failure) {
            // A file that is being replaced, or a stick that was pulled out: those that served until now may serve on.
            LOG.warn("The keys could not be read again: {}", failure.sentence());
        }
        if (keys.jwt().isPresent() || keys.seed().isEmpty()) {
            return NOTHING;
        }
        NKey key = NKey.fromSeed(keys.seed().get().chars());
        try {
            return key.getPublicKey();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no public key");
        } finally {
            key.clear();
        }
    }

    @Override
    public char @Nullable [] getJWT() {
        return keys.jwt().map(SecretValue::chars).orElse(null);
    }

    @Override
    public byte[] sign(byte[] nonce) {
        if (keys.seed().isEmpty()) {
            return new byte[0];
        }
        NKey key = NKey.fromSeed(keys.seed().get().chars());
        try {
            return key.sign(nonce);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the nonce could not be signed");
        } finally {
            key.clear();
        }
    }
}
