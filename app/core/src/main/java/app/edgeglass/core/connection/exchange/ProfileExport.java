package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.ProfileStore;
import java.nio.file.Path;
import java.util.List;

/** Writes profiles into a file for another machine or another person. */
public final class ProfileExport {

    private final ProfileStore store;

    public ProfileExport(ProfileStore store) {
        this.store = store;
    }

    /** Without secrets: who imports it is asked for them. */
    public void withoutSecrets(List<Profile> profiles, Path file) {
        throw new UnsupportedOperationException("follows");
    }

    /** All of it behind a passphrase, secrets included. Takes about a second, on purpose. */
    public void encrypted(List<Profile> profiles, SecretValue passphrase, Path file) {
        throw new UnsupportedOperationException("follows " + store);
    }
}
