package app.edgeglass.core.connection;

import app.edgeglass.core.error.Failure;
import io.nats.client.AuthenticationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Says why connecting failed. The client folds most causes into one exception ("Unable to connect to NATS servers"), so
 * what it leaves open is found by looking: does the name resolve, does the port answer.
 */
final class ConnectFailures {

    private static final int LOOK_TIMEOUT_MS = 1_500;

    private ConnectFailures() {}

    static Failure explain(Profile profile, Exception thrown) {
        String where = addresses(profile);
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof AuthenticationException || mentions(t, "authorization", "authentication")) {
                return Failure.because(thrown, "connect.authentication", where);
            }
            if (t instanceof SSLException || mentions(t, "ssl", "tls")) {
                return Failure.because(thrown, "connect.tls", where);
            }
        }
        if (profile.urls().size() > 1) {
            return Failure.because(thrown, "connect.none", where);
        }
        return look(profile.urls().getFirst(), thrown);
    }

    private static Failure look(ServerUrl url, Exception thrown) {
        String where = url.shown();
        String host = url.uri().getHost();
        var address = new InetSocketAddress(host, url.uri().getPort());
        if (address.isUnresolved()) {
            return Failure.because(thrown, "connect.unknown-host", where, host);
        }
        try (var socket = new Socket()) {
            socket.connect(address, LOOK_TIMEOUT_MS);
            return Failure.because(thrown, "connect.no-nats", where);
        } catch (ConnectException | NoRouteToHostException e) {
            return Failure.because(thrown, "connect.refused", where);
        } catch (SocketTimeoutException e) {
            return Failure.because(thrown, "connect.timeout", where);
        } catch (UnknownHostException e) {
            return Failure.because(thrown, "connect.unknown-host", where, host);
        } catch (IOException e) {
            return Failure.because(thrown, "connect.none", where);
        }
    }

    static String addresses(Profile profile) {
        return profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
    }

    private static boolean mentions(Throwable thrown, String... words) {
        String message = thrown.getMessage();
        if (message == null) {
            return false;
        }
        String lower = message.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
