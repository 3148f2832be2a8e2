package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts user, password and token from the URLs that they were typed into.
 *
 * @param profile with bare URLs, and with the login that stood in them
 * @param secrets what stood in them
 */
public record UrlLogin(Profile profile, Map<Secret, SecretValue> secrets) {

    /**
     * @throws Failure when the URLs have several logins, or one beside the profile's own: a profile has one
     */
    public static UrlLogin part(Profile profile) {
        Set<String> all = profile.urls().stream()
                .map(url -> url.uri().getRawUserInfo())
                .filter(info -> info != null && !info.isEmpty())
                .collect(Collectors.toSet());
        if (all.isEmpty()) {
            return new UrlLogin(without(profile), Map.of());
        }
        if (all.size() > 1) {
            throw Failure.of("profiles.url-logins", profile.name());
        }
        String raw = all.iterator().next();
        int colon = raw.indexOf(':');
        Login login = colon < 0 ? new Login.Token() : new Login.Password(decoded(raw.substring(0, colon)));
        if (!(profile.login() instanceof Login.None) && !profile.login().equals(login)) {
            throw Failure.of("profiles.url-and-login", profile.name());
        }
        Secret which = colon < 0 ? Secret.TOKEN : Secret.PASSWORD;
        return new UrlLogin(
                without(profile).withLogin(login), Map.of(which, SecretValue.of(decoded(raw.substring(colon + 1)))));
    }

    /** Whether there is something to part. */
    static boolean isIn(Profile profile) {
        return profile.urls().stream().anyMatch(url -> url.uri().getRawUserInfo() != null);
    }

    /** The profile with bare URLs; what stood in them is lost. */
    public static Profile without(Profile profile) {
        return profile.withUrls(profile.urls().stream().map(UrlLogin::bare).toList());
    }

    private static ServerUrl bare(ServerUrl url) {
        URI uri = url.uri();
        return uri.getRawUserInfo() == null
                ? url
                : new ServerUrl(URI.create(uri.getScheme() + "://" + url.hostAndPort() + uri.getRawPath()));
    }

    /** As a URL says it: a plus sign stands for itself. */
    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
