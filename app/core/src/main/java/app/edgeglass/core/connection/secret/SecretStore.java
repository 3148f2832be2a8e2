package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps secrets by the id of the profile that they belong to. Safe for use by several threads. A call may wait for a
 * keychain, within a limit of time, and therefore never comes from the window's thread.
 */
public interface SecretStore {

    /** Where something is kept. */
    enum Place {
        /** The platform's keychain: it is there again after the next start. */
        KEYCHAIN,
        /** The running program: it is asked for again after the next start. */
        MEMORY
    }

    Optional<SecretValue> find(String profile, Secret which);

    /**
     * Keeps a secret in place of the one before. Never fails: what the keychain does not take stays in memory.
     *
     * @return where it is kept now
     */
    Place put(String profile, Secret which, SecretValue value);

    /** Forgets a secret; harmless when there is none. */
    void forget(String profile, Secret which);

    /** Where secrets are kept as things stand. Answers at once. */
    Place place();

    /** Forgets all that belongs to a profile. */
    default void forgetAll(String profile) {
        for (Secret which : Secret.values()) {
            forget(profile, which);
        }
    }

    /** All that is known of a profile. */
    default Map<Secret, SecretValue> all(String profile) {
        var known = new EnumMap<Secret, SecretValue>(Secret.class);
        for (Secret which : Secret.values()) {
            find(profile, which).ifPresent(value -> known.put(which, value));
        }
        return known;
    }

    /** One profile's secrets, looked up when they are asked for. */
    default Secrets of(String profile) {
        return which -> find(profile, which);
    }
}
