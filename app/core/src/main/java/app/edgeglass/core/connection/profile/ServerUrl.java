package app.edgeglass.core.connection.profile;

import app.edgeglass.core.error.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A server's address. User, password and token that stand in a URL are kept for connecting, but never shown.
 *
 * @param uri scheme {@code nats}, {@code tls}, {@code ws} or {@code wss}, a host and a port
 */
public record ServerUrl(URI uri) {

    private static final int DEFAULT_PORT = 4222;
    private static final int DEFAULT_WS_PORT = 80;
    private static final int DEFAULT_WSS_PORT = 443;
    private static final int LAST_PORT = 65_535;
    private static final String HIDDEN = "…";
    private static final Set<String> SCHEMES = Set.of("nats", "tls", "ws", "wss");

    /**
     * @param text a URL; scheme {@code nats} and port 4222 are added where missing
     * @throws Failure when the text cannot be a server's address
     */
    public static ServerUrl parse(String text) {
        return parse(text.strip(), masked(text.strip()));
    }

    private static ServerUrl parse(String text, String shown) {
        if (text.isEmpty()) {
            throw Failure.of("url.empty");
        }
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "nats://" + text);
        } catch (URISyntaxException e) {
            throw Failure.of("url.malformed", shown);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw Failure.of("url.scheme", shown);
        }
        if (uri.getHost() == null) {
            throw Failure.of("url.host", shown);
        }
        int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
        if (port < 1 || port > LAST_PORT) {
            throw Failure.of("url.port", shown);
        }
        String path = scheme.startsWith("ws") ? uri.getRawPath() : "";
        String more = uri.getRawPath().substring(path.length()).replace("/", "");
        if (!more.isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw Failure.of("url.more", shown);
        }
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        return new ServerUrl(URI.create(scheme + "://" + user + uri.getHost() + ":" + port + path));
    }

    /** Several URLs with commas between them; at least one. */
    public static List<ServerUrl> parseList(String text) {
        // A comma in a password tears it into two parts, of which the first has no @ by which it would be recognised.
        boolean secrets = text.contains("@");
        var urls = new ArrayList<ServerUrl>();
        for (String part : text.split(",", -1)) {
            String url = part.strip();
            if (!url.isEmpty()) {
                urls.add(parse(url, secrets && !url.contains("@") ? HIDDEN : masked(url)));
            }
        }
        if (urls.isEmpty()) {
            throw Failure.of("url.empty");
        }
        return urls;
    }

    /** Host and port, without scheme and secrets. */
    public String hostAndPort() {
        return uri.getHost() + ":" + uri.getPort();
    }

    /** Whether its scheme demands TLS. */
    public boolean isSecure() {
        return uri.getScheme().equals("tls") || uri.getScheme().equals("wss");
    }

    public boolean isWebSocket() {
        return uri.getScheme().startsWith("ws");
    }

    /** The URL for a person's eyes: without user, password or token. */
    public String shown() {
        return uri.getScheme() + "://" + hostAndPort();
    }

    @Override
    public String toString() {
        return shown();
    }

    /** A text with what may be user, password or token of a URL in it made unreadable. */
    public static String masked(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return text;
        }
        int slashes = text.indexOf("://");
        int start = slashes < 0 || slashes > at ? 0 : slashes + "://".length();
        return text.substring(0, start) + HIDDEN + text.substring(at);
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "ws" -> DEFAULT_WS_PORT;
            case "wss" -> DEFAULT_WSS_PORT;
            default -> DEFAULT_PORT;
        };
    }
}
