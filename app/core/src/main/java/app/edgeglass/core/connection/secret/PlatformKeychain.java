package app.edgeglass.core.connection.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keychain of macOS, Windows' store of credentials, or the Secret Service of a Linux desktop, by java-keyring 1.0.4. */
final class PlatformKeychain implements Keychain {

    private static final String SERVICE = "Edgeglass";

    /** Windows takes 2,560 bytes ({@code CRED_MAX_CREDENTIAL_BLOB_SIZE}), which the library fills with UTF-16. */
    private static final int LONGEST_ON_WINDOWS = 1_200;

    private final Keyring keyring;

    private PlatformKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** @throws Exception when there is none, or its native part does not work */
    static Keychain open() throws Exception {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new PartedKeychain(first(KeyringStorageType.WINDOWS_CREDENTIAL_STORE), LONGEST_ON_WINDOWS);
        }
        if (system.startsWith("mac")) {
            return first(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
        }
        // KWallet and KeePassXC offer the Secret Service, too; the older KWallet only its own.
        return first(KeyringStorageType.GNOME_KEYRING, KeyringStorageType.KWALLET);
    }

    private static PlatformKeychain first(KeyringStorageType... kinds) throws BackendNotSupportedException {
        var problem = new BackendNotSupportedException("no keychain");
        for (KeyringStorageType kind : List.of(kinds)) {
            try {
                return new PlatformKeychain(Keyring.create(kind));
            } catch (BackendNotSupportedException e) {
                problem.addSuppressed(e);
            }
        }
        throw problem;
    }

    @Override
    public Optional<String> read(String account) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException e) {
            // The library says the same of what is not there and of what may not be read.
            return Optional.empty();
        }
    }

    @Override
    public void write(String account, String secret) throws PasswordAccessException {
        keyring.setPassword(SERVICE, account, secret);
    }

    @Override
    public void delete(String account) throws PasswordAccessException {
        if (read(account).isPresent()) {
            keyring.deletePassword(SERVICE, account);
        }
    }

    @Override
    public void close() throws Exception {
        keyring.close();
    }
}
