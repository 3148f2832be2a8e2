package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.TlsLook;
import app.edgeglass.core.connection.tls.TlsProblem;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why connecting failed. */
final class ConnectFailures {

    private static final int LOOK_TIMEOUT_MS = 1_500;

    private ConnectFailures() {}

    /** The exception that the client throws is not even kept as the cause: it names the servers with their secrets. */
    static Failure explain(Profile profile, ConnectAttempts attempts, @Nullable TlsUpgrade tls, Words words) {
        if (tls != null) {
            Optional<Failure> insecure = insecure(profile, attempts, tls);
            if (insecure.isPresent()) {
                return insecure.get();
            }
        }
        Optional<String> error = attempts.errors().stream().max(Comparator.comparing(ConnectProblem::said));
        if (error.isPresent()) {
            return refused(profile, error.get());
        }
        if (profile.urls().size() > 1) {
            return Failure.of("connect.none", addressesWithReasons(profile, words));
        }
        ServerUrl url = profile.urls().getFirst();
        Throwable farthest = null;
        ConnectProblem problem = null;
        for (Throwable met : attempts.exceptions()) {
            ConnectProblem of = ConnectProblem.in(met).orElse(null);
            if (of != null && (problem == null || of.compareTo(problem) > 0)) {
                problem = of;
                farthest = met;
            }
        }
        if (problem == ConnectProblem.TURNED_AWAY) {
            return Failure.of(
                    "connect.turned-away", url.shown(), Greeting.of(url).error().orElse("?"));
        }
        if (problem == ConnectProblem.SILENT && !Greeting.of(url).isEmpty()) {
            // It greets, but what follows, such as making the connection secure, takes too long.
            problem = ConnectProblem.TIMEOUT;
        }
        if (problem == ConnectProblem.SILENT && !profile.tls().first() && beginsWithTls(url)) {
            return Failure.of("tls.first-wanted", url.shown());
        }
        if (problem == null) {
            problem = look(url);
        }
        return of(problem, url, farthest);
    }

    private static boolean beginsWithTls(ServerUrl url) {
        return !TlsLook.at(url.uri().getHost(), url.uri().getPort(), Duration.ofMillis(LOOK_TIMEOUT_MS))
                .isEmpty();
    }

    /** What TLS says is more than what the client makes of it, also of one of several servers. */
    private static Optional<Failure> insecure(Profile profile, ConnectAttempts attempts, TlsUpgrade tls) {
        ServerUrl first = profile.urls().getFirst();
        for (Throwable met : attempts.exceptions()) {
            if (String.valueOf(met.getMessage()).contains("SSL connection wanted by client")) {
                return Optional.of(Failure.of("tls.not-offered", addresses(profile)));
            }
            Optional<Failure> problem =
                    TlsProblem.in(met, addresses(profile), first.uri().getHost(), tls);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Failure of(@Nullable ConnectProblem problem, ServerUrl url, @Nullable Throwable cause) {
        String key = problem == null ? "connect.none" : problem.key();
        return cause == null
                ? Failure.of(key, url.shown(), url.uri().getHost())
                : Failure.because(cause, key, url.shown(), url.uri().getHost());
    }

    private static Failure refused(Profile profile, String error) {
        String where = addresses(profile);
        if (ConnectProblem.said(error) != ConnectProblem.AUTHENTICATION) {
            return Failure.of("connect.turned-away", where, error);
        }
        if (ConnectProblem.isExpired(error)) {
            return Failure.of("connect.expired", where);
        }
        return switch (profile.login()) {
            case Login.None()
            when profile.urls().stream().anyMatch(url -> url.uri().getRawUserInfo() != null) ->
                Failure.of("connect.authentication", where);
            case Login.None()
            when profile.tls().identity().isPresent() -> Failure.of("connect.certificate-refused", where);
            case Login.None() -> Failure.of("connect.credentials-wanted", where);
            case Login.Password(String user) -> Failure.of("connect.password-refused", where, user);
            case Login.Token() -> Failure.of("connect.token-refused", where);
            case Login.NKey _ -> Failure.of("connect.nkey-refused", where);
            case Login.Credentials _ -> Failure.of("connect.jwt-refused", where);
            case Login.Jwt _ -> Failure.of("connect.jwt-refused", where);
        };
    }

    /**
     * Why a session that was live has ended by itself.
     *
     * @param said what the server said last, if anything
     */
    static Failure ended(Profile profile, @Nullable String said) {
        if (said != null && ConnectProblem.said(said) == ConnectProblem.AUTHENTICATION) {
            return Failure.of("session.credentials-refused", addresses(profile), said);
        }
        return profile.link().reconnect().wanted()
                ? Failure.of("session.ended", addresses(profile), said == null ? "" : said)
                : Failure.of("session.ended-once", addresses(profile));
    }

    /** The addresses of a profile without secrets. */
    static String addresses(Profile profile) {
        return profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
    }

    /**
     * Which attempt belongs to which of several servers the client does not tell, so that each is looked at again, all at
     * the same time.
     */
    private static String addressesWithReasons(Profile profile, Words words) {
        var looks = new ArrayList<Future<@Nullable ConnectProblem>>();
        var told = new ArrayList<String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerUrl url : profile.urls()) {
                looks.add(executor.submit(() -> look(url)));
            }
            for (int i = 0; i < looks.size(); i++) {
                ConnectProblem problem = looks.get(i).get();
                told.add(words.say("connect.address", profile.urls().get(i).shown(), words.say(why(problem))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return addresses(profile);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return String.join(", ", told);
    }

    private static String why(@Nullable ConnectProblem problem) {
        return switch (problem) {
            case UNKNOWN_HOST -> "connect.why.unknown-host";
            case UNREACHABLE -> "connect.why.unreachable";
            case TIMEOUT -> "connect.why.timeout";
            case REFUSED -> "connect.why.refused";
            case null, default -> "connect.why.other";
        };
    }

    /** Looks, without sending anything, what an address does to a connection: whoever listens there may be no NATS server. */
    private static @Nullable ConnectProblem look(ServerUrl url) {
        var address = new InetSocketAddress(url.uri().getHost(), url.uri().getPort());
        if (address.isUnresolved()) {
            return ConnectProblem.UNKNOWN_HOST;
        }
        try (var socket = new Socket()) {
            socket.connect(address, LOOK_TIMEOUT_MS);
            return null;
        } catch (IOException e) {
            return ConnectProblem.in(e).orElse(null);
        }
    }
}
