package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.store.UrlLogin;
import app.edgeglass.core.error.Failure;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What a tab is about, whether or not it is open now. */
public sealed interface Target {

    Target NOTHING = new Nothing();

    /** What the person calls it; empty for nothing. */
    String name();

    /** Nothing was asked for yet. */
    record Nothing() implements Target {

        @Override
        public String name() {
            return "";
        }
    }

    /**
     * A server or a cluster.
     *
     * @param typed its addresses as the person would type them
     */
    record Server(Profile profile, Secrets secrets, String typed) implements Target {

        /** By a profile that somebody has put together. */
        public static Server of(Profile profile, Secrets secrets) {
            String shown = profile.urls().stream()
                    .map(url -> url.shown() + url.uri().getRawPath())
                    .collect(Collectors.joining(","));
            return new Server(profile, secrets, shown);
        }

        /** What was typed into the URLs besides addresses is the profile's login from now on. */
        static Server typed(Profile profile, String urls) {
            try {
                UrlLogin parted = UrlLogin.part(profile);
                return new Server(parted.profile(), Secrets.of(parted.secrets()), urls);
            } catch (Failure several) {
                // Each server has a login of its own, which the client can do.
                return new Server(profile, Secrets.NONE, urls);
            }
        }

        /** Another session on the local server that this one has; when that ends, so does it. */
        public static Server besides(OpenSession local) {
            return new Server(local.session().profile(), Secrets.NONE, "");
        }

        @Override
        public String name() {
            return profile.name();
        }

        /** With one more secret, which goes before what is known of it otherwise. */
        Server with(Secret secret, SecretValue value) {
            Secrets before = secrets;
            return new Server(profile, which -> which == secret ? Optional.of(value) : before.find(which), typed);
        }

        /** Never with what was typed, which may hold a password. */
        @Override
        public String toString() {
            return "Server[" + profile.name() + "]";
        }
    }

    /**
     * A server by what has to be looked up first, such as a context in a file.
     *
     * @param id of the profile that it leads to
     * @param lookUp may block, and may throw a {@link Failure}
     */
    record Reference(String id, String name, Callable<Server> lookUp) implements Target {}

    /**
     * The local server.
     *
     * @param sample the world on it; empty for none
     */
    record World(String sample) implements Target {

        @Override
        public String name() {
            return Texts.WORDS.say("connect.local");
        }
    }
}
