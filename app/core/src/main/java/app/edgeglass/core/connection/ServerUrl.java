package app.edgeglass.core.connection;

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
    private static final Set<String> SCHEMES = Set.of("nats", "tls", "ws", "wss");

    /**
     * @param text a URL; scheme {@code nats} and port 4222 are added where missing
     * @throws Failure when the text cannot be a server's address
     */
    public static ServerUrl parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw Failure.of("url.empty");
        }
        String withScheme = trimmed.contains("://") ? trimmed : "nats://" + trimmed;
        URI uri;
        try {
            uri = new URI(withScheme);
        } catch (URISyntaxException e) {
            throw Failure.of("url.malformed", withoutSecrets(trimmed));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw Failure.of("url.scheme", withoutSecrets(trimmed));
        }
        if (uri.getHost() == null) {
            throw Failure.of("url.host", withoutSecrets(trimmed));
        }
        int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw Failure.of("url.port", withoutSecrets(trimmed));
        }
        try {
            return new ServerUrl(new URI(scheme, uri.getUserInfo(), uri.getHost(), port, uri.getPath(), null, null));
        } catch (URISyntaxException e) {
            throw Failure.of("url.malformed", withoutSecrets(trimmed));
        }
    }

    /** Several URLs with commas between them; at least one. */
    public static List<ServerUrl> parseList(String text) {
        var urls = new ArrayList<ServerUrl>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                urls.add(parse(part));
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

    /** The URL for a person's eyes: without user, password or token. */
    public String shown() {
        return uri.getScheme() + "://" + hostAndPort();
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String withoutSecrets(String text) {
        return text.replaceAll("[^/,]*@", "…@");
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "ws" -> DEFAULT_WS_PORT;
            case "wss" -> DEFAULT_WSS_PORT;
            default -> DEFAULT_PORT;
        };
    }
}
