package app.edgeglass.desktop;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.store.ProfileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The folder of a person who has kept connections before the window opens. */
record ConnectionsHome(Path home) {

    ProfileStore store() {
        return ProfileStore.open(
                home.resolve("config/profiles.json"), new MemorySecrets(), Clock.systemUTC(), failure -> {
                    throw failure;
                });
    }

    Profile keep(String name, String urls, String folder, ProfileColour colour, Environment environment) {
        Profile profile = Profile.of(urls)
                .named(name)
                .withLook(new Profile.Look(folder, colour, ""))
                .withEnvironment(environment)
                .withReadOnly(environment == Environment.PRODUCTION);
        return store().save(profile);
    }

    Profile keep(Profile profile) {
        return store().save(profile);
    }

    /** One that signs in with a password which is not kept. */
    Profile keepWithPassword(String name, String url, String user) {
        return keep(Profile.of(url).named(name).withLogin(new Login.Password(user)));
    }

    /** A context of the nats CLI. */
    void context(String name, String json) {
        write("config/nats/context/" + name + ".json", json);
    }

    void write(String file, String text) {
        Path path = home.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
