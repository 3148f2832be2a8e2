package app.edgeglass.core.connection;

import java.util.List;

/**
 * How to reach a server. Credentials and TLS are not in it yet; they join as parts of their own.
 *
 * @param name what the person calls this connection; also the start of the name that the server is told
 * @param urls one or more server URLs, see {@link ServerUrl}
 * @param echo whether the server sends back what this connection publishes
 * @param readOnly whether everything that changes the server or publishes to it is refused
 */
public record Profile(String name, List<ServerUrl> urls, boolean echo, boolean readOnly) {

    public Profile {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no server URL");
        }
    }

    /**
     * A profile for what a person typed.
     *
     * @param urls one URL or several with commas between them
     * @throws app.edgeglass.core.error.Failure when one of them is no server URL
     */
    public static Profile of(String urls) {
        List<ServerUrl> parsed = ServerUrl.parseList(urls);
        return new Profile(parsed.getFirst().hostAndPort(), parsed, true, false);
    }

    public Profile named(String newName) {
        return new Profile(newName, urls, echo, readOnly);
    }

    public Profile withEcho(boolean wanted) {
        return new Profile(name, urls, wanted, readOnly);
    }

    public Profile withReadOnly(boolean wanted) {
        return new Profile(name, urls, echo, wanted);
    }
}
