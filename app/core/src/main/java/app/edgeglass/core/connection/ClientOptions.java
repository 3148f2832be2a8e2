package app.edgeglass.core.connection;

import app.edgeglass.core.connection.auth.SignIn;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Options;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;

/** The client's options for a profile. */
final class ClientOptions {

    /** The longest line of the protocol that a server may send, in bytes. */
    static final int LONGEST_LINE = 256 * 1024;

    private static final int LONGEST_NAME = 200;

    private ClientOptions() {}

    /**
     * @param tls how to become secure; nothing for a profile that does not ask for it
     * @throws app.edgeglass.core.error.Failure when something of the login is missing or is not what it should be
     */
    static Options of(
            Profile profile,
            Secrets secrets,
            Optional<TlsUpgrade> tls,
            Tempo tempo,
            ReconnectPause pause,
            SessionThreads threads,
            ConnectionListener events,
            ErrorListener errors) {
        ProfileCheck.refuseWhatCannotBe(profile);
        Link link = profile.link();
        var builder = new Options.Builder()
                .servers(
                        profile.urls().stream().map(url -> url.uri().toString()).toArray(String[]::new))
                .connectionName(name(profile))
                .connectionTimeout(tempo.connect())
                .maxReconnects(link.reconnect().wanted() ? -1 : 0)
                .reconnectDelayHandler(pause::spend)
                .pingInterval(link.ping().equals(Link.DEFAULT_PING) ? tempo.ping() : link.ping())
                // Nothing is kept to be sent later, unseen: what is published without a connection fails.
                .reconnectBufferSize(0)
                // As long as whoever publishes is kept waiting by a server that takes nothing.
                .writeQueuePushTimeout(tempo.handOver())
                .supportUTF8Subjects()
                .dataPortType(TapDataPort.class.getName())
                // A line from the server that is longer ends the client's reading for good, without a word.
                // What is sent is kept to the servers' own default by the rules for subjects.
                .maxControlLine(LONGEST_LINE)
                .advancedRequestBehavior()
                .statisticsCollector(new MessageStatistics())
                .executor(threads.tasks())
                .callbackExecutor(threads.callbacks())
                .connectExecutor(threads.connect())
                .scheduledExecutor(threads.timers())
                .connectionListener(events)
                .errorListener(errors);
        if (!link.echo()) {
            builder.noEcho();
        }
        if (!link.inboxPrefix().isEmpty()) {
            builder.inboxPrefix(link.inboxPrefix() + ".");
        }
        if (link.socksProxy().isPresent()) {
            builder.proxy(Dial.of(profile).proxy()).hostnameResolveMode(Options.HostnameResolveMode.Unresolved);
        }
        tls.ifPresent(upgrade -> {
            builder.sslContext(upgrade.context());
            if (profile.tls().first()) {
                builder.tlsFirst();
            }
        });
        new SignIn(profile, secrets).apply(builder);
        if (profile.login() instanceof Login.None) {
            credentialsForDiscovered(profile, builder);
        }
        return builder.build();
    }

    /**
     * The servers of a cluster that the client learns of have no credentials in their URLs: without this it could not move
     * to them when the one that was named is gone, and would give up for good.
     */
    private static void credentialsForDiscovered(Profile profile, Options.Builder builder) {
        var all = new HashSet<String>();
        for (ServerUrl url : profile.urls()) {
            String raw = url.uri().getRawUserInfo();
            all.add(raw == null ? "" : raw);
        }
        String raw = all.iterator().next();
        if (all.size() > 1 || raw.isEmpty()) {
            return;
        }
        int colon = raw.indexOf(':');
        if (colon < 0) {
            builder.token(decoded(raw).toCharArray());
        } else {
            builder.userInfo(
                    decoded(raw.substring(0, colon)).toCharArray(),
                    decoded(raw.substring(colon + 1)).toCharArray());
        }
    }

    /** As {@link URI} reads it: a plus sign stands for itself. */
    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The client (2.26.2) puts the name between quotes as it is, into a line of limited length. */
    private static String name(Profile profile) {
        String name = profile.link().connectionName().isEmpty()
                ? Product.NAME_AND_VERSION + ": " + profile.name()
                : profile.link().connectionName();
        var safe = new StringBuilder();
        name.codePoints().limit(LONGEST_NAME).forEach(c -> {
            if (c == '"' || c == '\\') {
                safe.append('\\').appendCodePoint(c);
            } else {
                safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
