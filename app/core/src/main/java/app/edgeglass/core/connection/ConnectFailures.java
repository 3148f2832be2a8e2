package app.edgeglass.core.connection;

import app.edgeglass.core.connection.auth.SignIn;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.Certificates;
import app.edgeglass.core.connection.tls.TlsLook;
import app.edgeglass.core.connection.tls.TlsProblem;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration LOOK = Duration.ofMillis(1_500);

    private final Profile profile;
    private final Secrets secrets;
    private final @Nullable TlsUpgrade tls;
    private final Dial dial;

    ConnectFailures(Profile profile, Secrets secrets, @Nullable TlsUpgrade tls) {
        this.profile = profile;
        this.secrets = secrets;
        this.tls = tls;
        this.dial = Dial.of(profile);
    }

    /** The exception that the client throws is not even kept as the cause: it names the servers with their secrets. */
    Failure explain(ConnectAttempts attempts, Words words) {
        Optional<Failure> insecure = insecure(attempts);
        if (insecure.isPresent()) {
            return insecure.get();
        }
        Optional<String> error = attempts.errors().stream().max(Comparator.comparing(ConnectProblem::said));
        if (error.isPresent()) {
            return refused(error.get());
        }
        Optional<Failure> refused = afterHandshake(profile.urls().getFirst());
        if (refused.isPresent()) {
            return refused.get();
        }
        Throwable farthest = null;
        ConnectProblem problem = null;
        for (Throwable met : attempts.exceptions()) {
            ConnectProblem of = ConnectProblem.in(met).orElse(null);
            if (of != null && (problem == null || of.compareTo(problem) > 0)) {
                problem = of;
                farthest = met;
            }
        }
        if (profile.link().socksProxy().isPresent() && problem != null && problem.isOfTheWay()) {
            return ofProxy(problem, profile.link().socksProxy().get(), farthest);
        }
        if (profile.urls().size() > 1) {
            return Failure.of("connect.none", addressesWithReasons(words));
        }
        return ofOnly(profile.urls().getFirst(), problem, farthest);
    }

    private Failure ofOnly(ServerUrl url, @Nullable ConnectProblem met, @Nullable Throwable cause) {
        ConnectProblem problem = met;
        if (problem == ConnectProblem.TURNED_AWAY) {
            return Failure.of(
                    "connect.turned-away",
                    url.shown(),
                    Greeting.of(dial, url).error().orElse("?"));
        }
        if (problem == ConnectProblem.SILENT || problem == ConnectProblem.NO_NATS) {
            boolean greets = !Greeting.of(dial, url).isEmpty();
            // One that waits for TLS closes the connection after two seconds, without a word.
            if (!greets && !profile.tls().first() && beginsWithTls(url)) {
                return Failure.of("tls.first-wanted", url.shown());
            }
            if (greets && problem == ConnectProblem.SILENT) {
                // What follows, such as making the connection secure, takes too long.
                problem = ConnectProblem.TIMEOUT;
            }
        }
        if (problem == null) {
            problem = look(url);
        }
        String key = problem == null ? "connect.none" : problem.key();
        return cause == null
                ? Failure.of(key, url.shown(), url.uri().getHost())
                : Failure.because(cause, key, url.shown(), url.uri().getHost());
    }

    /** What TLS says is more than what the client makes of it, also of one of several servers. */
    private Optional<Failure> insecure(ConnectAttempts attempts) {
        TlsUpgrade upgrade = tls;
        if (upgrade == null) {
            return Optional.empty();
        }
        String where = addresses(profile);
        String host = profile.urls().getFirst().uri().getHost();
        for (Throwable met : attempts.exceptions()) {
            if (String.valueOf(met.getMessage()).contains("SSL connection wanted by client")) {
                return Optional.of(Failure.of("tls.not-offered", where));
            }
            Optional<Failure> problem = TlsProblem.in(met, where, host, upgrade);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /**
     * With TLS 1.3 a server says what it holds of our certificate when for us the handshake is over. What the client has
     * sent meanwhile may tear that away (RFC 1122, section 4.2.2.13), so that it is asked for once more, and nothing sent.
     */
    private Optional<Failure> afterHandshake(ServerUrl url) {
        TlsUpgrade upgrade = tls;
        if (upgrade == null || upgrade.chain().isEmpty()) {
            return Optional.empty();
        }
        String host = url.uri().getHost();
        int port = url.uri().getPort();
        try (Socket plain = dial.to(host, port, LOOK)) {
            plain.setSoTimeout((int) LOOK.toMillis());
            if (!profile.tls().first() && !url.isWebSocket()) {
                skipLine(plain.getInputStream());
            }
            try (Socket secure = upgrade.over(plain, host, port, LOOK)) {
                secure.getInputStream().read();
            }
            return Optional.empty();
        } catch (IOException e) {
            return TlsProblem.in(e, addresses(profile), host, upgrade);
        }
    }

    private static void skipLine(InputStream in) throws IOException {
        for (int left = ClientOptions.LONGEST_LINE; left > 0; left--) {
            int read = in.read();
            if (read < 0 || read == '\n') {
                return;
            }
        }
    }

    private boolean beginsWithTls(ServerUrl url) {
        String host = url.uri().getHost();
        int port = url.uri().getPort();
        try (Socket socket = dial.to(host, port, LOOK)) {
            return !TlsLook.over(socket, host, port, LOOK).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** @param socks through which it went, and which is all that could be seen from here */
    private Failure ofProxy(ConnectProblem problem, HostAndPort socks, @Nullable Throwable met) {
        String where = addresses(profile);
        if (problem != ConnectProblem.BEHIND_PROXY) {
            return Failure.of("connect.proxy", socks);
        }
        String said = met == null ? "" : String.valueOf(ConnectProblem.root(met).getMessage());
        return Failure.of("connect.proxy-refused", socks, where, said.replaceFirst("(?i)^SOCKS *: *", ""));
    }

    /** @param error what the server said when it did not let us in */
    Failure refused(String error) {
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
            case Login.Credentials _, Login.Jwt _ -> jwtRefused(where);
        };
    }

    /** The server says the same of a JWT that it does not know and of one that is too old. */
    private Failure jwtRefused(String where) {
        return new SignIn(profile, secrets)
                .expiry()
                .filter(end -> end.isBefore(Instant.now()))
                .map(end -> Failure.of("connect.jwt-expired", where, Certificates.day(end)))
                .orElseGet(() -> Failure.of("connect.jwt-refused", where));
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
    private String addressesWithReasons(Words words) {
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
    private @Nullable ConnectProblem look(ServerUrl url) {
        try {
            dial.to(url.uri().getHost(), url.uri().getPort(), LOOK).close();
            return null;
        } catch (IOException e) {
            return ConnectProblem.in(e).orElse(null);
        }
    }
}
