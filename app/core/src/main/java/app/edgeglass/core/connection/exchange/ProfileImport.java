package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.ProfileStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads profiles from a file that {@link ProfileExport} wrote. */
public final class ProfileImport {

    private final ProfileStore store;

    public ProfileImport(ProfileStore store) {
        this.store = store;
    }

    /** Whether the file opens with a passphrase only. */
    public boolean wantsPassphrase(Path file) {
        throw new UnsupportedOperationException("follows");
    }

    /** What importing the file would do. */
    public ImportPlan plan(Path file, Optional<SecretValue> passphrase) {
        throw new UnsupportedOperationException("follows");
    }

    /** Does it; only the lines as they stand in the plan that is given. */
    public List<String> apply(ImportPlan plan) {
        throw new UnsupportedOperationException("follows " + store);
    }
}
