package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.tls.TlsProblem;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one session gets to its server: secure where the profile or the server wants it, and what stood in the way. */
final class WayIn {

    private final Profile profile;
    private final Secrets secrets;
    private final Tempo tempo;
    private final ReconnectPause pause;
    private final ConnectAttempts attempts = new ConnectAttempts();
    private volatile @Nullable TlsUpgrade tls;

    WayIn(Profile profile, Secrets secrets, Tempo tempo, ReconnectPause pause) {
        this.profile = profile;
        this.secrets = secrets;
        this.tempo = tempo;
        this.pause = pause;
    }

    /**
     * Connects, with TLS when the profile asks for it, and also when the server does.
     *
     * @throws IOException when it fails; {@link #failure} says why, when all that the client tells of it has come
     * @throws Failure when something is missing before anything is sent
     */
    Connection connect(SessionThreads threads, SessionListener events, ErrorListener errors)
            throws IOException, InterruptedException {
        if (TlsUpgrade.isWanted(profile)) {
            return connect(Optional.of(TlsUpgrade.of(profile, secrets)), threads, events, errors);
        }
        try {
            return connect(Optional.empty(), threads, events, errors);
        } catch (IOException e) {
            threads.settle();
            if (!attempts.wantTls() || events.session().isClosing()) {
                throw e;
            }
            attempts.startOver();
            return connect(Optional.of(TlsUpgrade.of(profile, secrets)), threads, events, errors);
        }
    }

    private Connection connect(
            Optional<TlsUpgrade> upgrade, SessionThreads threads, SessionListener events, ErrorListener errors)
            throws IOException, InterruptedException {
        tls = upgrade.orElse(null);
        return Nats.connect(ClientOptions.of(profile, secrets, upgrade, tempo, pause, threads, events, errors));
    }

    ConnectAttempts attempts() {
        return attempts;
    }

    /** How the connection becomes secure; none while it does not. */
    @Nullable
    TlsUpgrade tls() {
        return tls;
    }

    /** Why it could not be connected. */
    Failure failure(Words words) {
        return new ConnectFailures(profile, secrets, tls).explain(attempts, words);
    }

    /** Why a connection did not become secure; nothing when it is about something else. */
    Optional<Failure> insecurity(Throwable met) {
        TlsUpgrade upgrade = tls;
        return upgrade == null
                ? Optional.empty()
                : TlsProblem.in(
                        met,
                        ConnectFailures.addresses(profile),
                        profile.urls().getFirst().uri().getHost(),
                        upgrade);
    }
}
