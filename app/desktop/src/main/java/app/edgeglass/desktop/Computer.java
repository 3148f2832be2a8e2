package app.edgeglass.desktop;

import app.edgeglass.core.connection.secret.KeychainSecrets;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.Directories;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What of this computer is used besides the folders of the program: what the {@code nats} CLI has kept there, and the
 * keychain.
 *
 * @param environment the variables around the program
 * @param home the person's own folder
 * @param secrets opens the place for secrets; what a person has to know of it goes to the consumer
 */
record Computer(Map<String, String> environment, Path home, Function<Consumer<Failure>, SecretStore> secrets) {

    static Computer real() {
        return new Computer(System.getenv(), Path.of(System.getProperty("user.home", "")), onProblem -> {
            var secrets = KeychainSecrets.ofPlatform(onProblem);
            secrets.openSoon();
            return secrets;
        });
    }

    /** Nothing of it, for who must not touch what the person has: all is looked for beside the program's own files. */
    static Computer apart(Directories directories) {
        return new Computer(
                Map.of("XDG_CONFIG_HOME", directories.config().toString()),
                directories.config(),
                onProblem -> new MemorySecrets());
    }
}
