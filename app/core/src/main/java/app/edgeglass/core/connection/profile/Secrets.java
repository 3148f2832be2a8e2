package app.edgeglass.core.connection.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The secrets of one profile, wherever they are kept. Safe for use by several threads. */
@FunctionalInterface
public interface Secrets {

    /** No secret at all. */
    Secrets NONE = which -> Optional.empty();

    /** The secret, if it is known. May block while a keychain asks the person. */
    Optional<SecretValue> find(Secret which);

    static Secrets of(Map<Secret, SecretValue> known) {
        var copy = known.isEmpty() ? new EnumMap<Secret, SecretValue>(Secret.class) : new EnumMap<>(known);
        return which -> Optional.ofNullable(copy.get(which));
    }
}
