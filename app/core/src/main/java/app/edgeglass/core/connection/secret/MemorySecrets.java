package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that the running program knows and nobody else. */
public final class MemorySecrets implements SecretStore {

    private record Key(String profile, Secret which) {}

    private final Map<Key, SecretValue> known = new ConcurrentHashMap<>();

    @Override
    public Optional<SecretValue> find(String profile, Secret which) {
        return Optional.ofNullable(known.get(new Key(profile, which)));
    }

    @Override
    public Place put(String profile, Secret which, SecretValue value) {
        known.put(new Key(profile, which), value);
        return Place.MEMORY;
    }

    @Override
    public void forget(String profile, Secret which) {
        known.remove(new Key(profile, which));
    }

    @Override
    public Place place() {
        return Place.MEMORY;
    }
}
