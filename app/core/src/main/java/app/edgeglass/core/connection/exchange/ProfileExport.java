package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.KeptProfile;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.connection.store.UrlLogin;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import app.edgeglass.core.settings.VersionedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes profiles into a file for another machine or another person. It is its owner's only, whatever is in it. */
public final class ProfileExport {

    private final ProfileStore store;

    public ProfileExport(ProfileStore store) {
        this.store = store;
    }

    /**
     * Without secrets: who imports it is asked for them.
     *
     * @param file is overwritten; it is for who asks for its name to ask whether it may be
     * @throws Failure when it cannot be written
     */
    public void withoutSecrets(List<Profile> profiles, Path file) {
        ObjectNode content = start();
        content.setAll(ExchangeText.of(profiles.stream()
                .map(profile -> kept(profile).withSecrets(Map.of(), Map.of()))
                .toList()));
        write(content, file);
    }

    /**
     * All of it behind a passphrase, secrets included. Takes a moment on purpose: so does guessing.
     *
     * @throws Failure when there is no passphrase, or the file cannot be written
     */
    public void encrypted(List<Profile> profiles, SecretValue passphrase, Path file) {
        ObjectNode content = start();
        ObjectNode text = ExchangeText.of(profiles.stream().map(this::kept).toList());
        content.set(ExchangeText.ENCRYPTED, PassphraseBox.seal(VersionedJson.bytes(text), passphrase));
        write(content, file);
    }

    private KeptProfile kept(Profile profile) {
        KeptProfile kept = store.kept(profile.id()).orElseGet(() -> KeptProfile.of(profile));
        return kept.with(UrlLogin.without(profile));
    }

    private static ObjectNode start() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(ExchangeText.FORMAT, ExchangeText.FORMAT_NAME)
                .put(VersionedJson.VERSION, ExchangeText.VERSION);
    }

    private static void write(ObjectNode content, Path file) {
        try {
            new KeptFile(file, Clock.systemUTC()).write(VersionedJson.bytes(content));
        } catch (IOException e) {
            throw Failure.because(e, "exchange.save", file, KeptFile.reason(e));
        }
    }
}
