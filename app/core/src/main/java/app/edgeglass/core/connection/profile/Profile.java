package app.edgeglass.core.connection.profile;

import app.edgeglass.core.error.Failure;
import java.util.List;
import java.util.UUID;

/**
 * How to reach a server and what it is to the person. Holds no secret, except what a person typed into a URL, which is
 * parted from it before anything is kept.
 *
 * @param id stays the same when the profile is renamed; its secrets are kept under it
 * @param name what the person calls this connection
 * @param look by what the person recognises it
 * @param environment how careful to be
 * @param urls one or more server URLs, see {@link ServerUrl}
 * @param login by what the server lets us in
 * @param tls how the connection is made secure
 * @param link how it behaves on the wire
 * @param jetStream which JetStream is asked
 * @param subscriptions what to subscribe to besides what the tree shows
 * @param readOnly whether everything that changes the server or publishes to it is refused
 */
public record Profile(
        String id,
        String name,
        Look look,
        Environment environment,
        List<ServerUrl> urls,
        Login login,
        Tls tls,
        Link link,
        JetStreamPlace jetStream,
        List<String> subscriptions,
        boolean readOnly) {

    /**
     * By what a person recognises a profile.
     *
     * @param folder where it stands in the list; empty for the top, levels parted by {@code /}
     * @param description what the person wants to remember of it
     */
    public record Look(String folder, ProfileColour colour, String description) {

        public static final Look NONE = new Look("", ProfileColour.NONE, "");
    }

    public Profile {
        urls = List.copyOf(urls);
        subscriptions = List.copyOf(subscriptions);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no server URL");
        }
    }

    /**
     * A profile for what a person typed.
     *
     * @param urls one URL or several with commas between them
     * @throws Failure when one of them is no server URL
     */
    public static Profile of(String urls) {
        List<ServerUrl> parsed = ServerUrl.parseList(urls);
        return new Profile(
                UUID.randomUUID().toString(),
                parsed.getFirst().hostAndPort(),
                Look.NONE,
                Environment.DEVELOPMENT,
                parsed,
                new Login.None(),
                Tls.DEFAULT,
                Link.DEFAULT,
                new JetStreamPlace.Own(),
                List.of(),
                false);
    }

    public Profile withId(String other) {
        return new Profile(other, name, look, environment, urls, login, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile withLook(Look other) {
        return new Profile(id, name, other, environment, urls, login, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile withUrls(List<ServerUrl> others) {
        return new Profile(id, name, look, environment, others, login, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile named(String newName) {
        return new Profile(id, newName, look, environment, urls, login, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile withLogin(Login other) {
        return new Profile(id, name, look, environment, urls, other, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile withTls(Tls other) {
        return new Profile(id, name, look, environment, urls, login, other, link, jetStream, subscriptions, readOnly);
    }

    public Profile withLink(Link other) {
        return new Profile(id, name, look, environment, urls, login, tls, other, jetStream, subscriptions, readOnly);
    }

    public Profile withJetStream(JetStreamPlace other) {
        return new Profile(id, name, look, environment, urls, login, tls, link, other, subscriptions, readOnly);
    }

    public Profile withEnvironment(Environment other) {
        return new Profile(id, name, look, other, urls, login, tls, link, jetStream, subscriptions, readOnly);
    }

    public Profile withEcho(boolean wanted) {
        return withLink(link.withEcho(wanted));
    }

    public Profile withReadOnly(boolean wanted) {
        return new Profile(id, name, look, environment, urls, login, tls, link, jetStream, subscriptions, wanted);
    }
}
