package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Options;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/** The client's options for a profile. */
final class ClientOptions {

    /** The longest line of the protocol that a server may send, in bytes. */
    static final int LONGEST_LINE = 256 * 1024;

    private static final int LONGEST_NAME = 200;

    private ClientOptions() {}

    static Options of(
            Profile profile, Tempo tempo, SessionThreads threads, ConnectionListener events, ErrorListener errors) {
        var builder = new Options.Builder()
                .servers(
                        profile.urls().stream().map(url -> url.uri().toString()).toArray(String[]::new))
                .connectionName(name(profile))
                .connectionTimeout(tempo.connect())
                .maxReconnects(-1)
                .reconnectWait(tempo.reconnectWait())
                .reconnectJitter(tempo.reconnectJitter())
                .reconnectJitterTls(tempo.reconnectJitter())
                .pingInterval(tempo.ping())
                // Nothing is kept to be sent later, unseen: what is published without a connection fails.
                .reconnectBufferSize(0)
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
        if (!profile.link().echo()) {
            builder.noEcho();
        }
        credentialsForDiscovered(profile, builder);
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
        String name = "Edgeglass: " + profile.name();
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
