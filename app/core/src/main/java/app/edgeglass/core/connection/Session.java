package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.JetStreamOptions;
import io.nats.client.Statistics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live connection to a server or a cluster, and what happens to it. It reconnects for ever once it has been live;
 * what a person may want to know of that stands in {@link #state}, {@link #gaps} and {@link #journal}, which are read
 * from any thread, as often as wanted.
 *
 * <p>Opening and closing block and belong on a thread that may wait. Each session is closed once, also one that has ended
 * by itself.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final Profile profile;
    private final WayIn way;
    private final Tempo tempo;
    private final EventJournal journal;
    private final SessionTrack track;
    private final ChangeGuard guard;
    private final ServerErrors errors = new ServerErrors();
    private final JetStreamProbe jetStream;
    private final Taps taps = new Taps();
    private final ReconnectPause pause;
    private final SendLosses losses;
    private final RttProbe probe;
    /** Opens when the client's event of being connected has come, or when nobody waits for it any more. */
    private final CountDownLatch settled = new CountDownLatch(1);

    private volatile @Nullable Connection connection;
    private @Nullable SessionThreads threads;
    private boolean closing;

    /** A session that needs no secret but what stands in the profile's URLs. */
    public Session(Profile profile, Clock clock) {
        this(profile, Secrets.NONE, clock);
    }

    public Session(Profile profile, Secrets secrets, Clock clock) {
        this(profile, secrets, clock, Tempo.NORMAL);
    }

    Session(Profile profile, Secrets secrets, Clock clock, Tempo tempo) {
        this.profile = profile;
        this.pause = new ReconnectPause(new Backoff(tempo.adapted(profile.link().reconnect())), clock);
        this.way = new WayIn(profile, secrets, tempo, pause);
        this.tempo = tempo;
        this.journal = new EventJournal(clock);
        this.track = new SessionTrack(clock, journal, WORDS);
        this.guard = new ChangeGuard(profile, this::liveConnection);
        this.jetStream = new JetStreamProbe(profile.jetStream());
        this.losses = new SendLosses(journal, WORDS);
        this.probe = new RttProbe(clock, tempo.rtt(), track);
    }

    /**
     * Connects, and waits for it.
     *
     * @throws Failure when no server could be reached or it refused, and the session is closed then, with that reason; or
     *     when the session was closed meanwhile
     */
    public void open() {
        SessionThreads own;
        synchronized (this) {
            if (closing) {
                throw brokenOff();
            }
            if (threads != null) {
                throw new IllegalStateException("opened before");
            }
            own = SessionThreads.make();
            threads = own;
            track.connecting();
        }
        Failure reason;
        try {
            Connection opened = way.connect(own, new SessionListener(this), errors(own));
            if (opened.getStatus() == Connection.Status.CLOSED) {
                throw new IOException("given up");
            }
            // What happens is told by the client's events alone, in their order: the late event of a failed attempt at
            // another server must not look like a loss.
            if (!settled.await(tempo.connect().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The client did not tell that it is connected");
                on(Events.CONNECTED, opened);
            }
            if (!isClosing()) {
                return;
            }
            SessionEnd.of(opened, own, tempo, false);
            throw brokenOff();
        } catch (IOException e) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            // Whatever the client has still to tell of its attempts comes first.
            own.close();
            reason = interrupted || way.attempts().wereInterrupted() ? brokenOff() : way.failure(WORDS);
        } catch (InterruptedException e) {
            own.close();
            Thread.currentThread().interrupt();
            reason = brokenOff();
        } catch (Failure failure) {
            own.close();
            reason = failure;
        } catch (IllegalArgumentException e) {
            own.close();
            reason = Failure.in(e);
        }
        throw notOpened(reason);
    }

    private SessionErrors errors(SessionThreads own) {
        return new SessionErrors(
                journal, way, errors, refused -> giveUp(refused, own), pause::refused, jetStream::expects, WORDS);
    }

    /** The client waits for its time to run out after a server has refused the credentials. With others to try, it may. */
    private void giveUp(Connection refused, SessionThreads own) {
        if (profile.urls().size() == 1) {
            own.closeLater(refused);
        }
    }

    private Failure brokenOff() {
        return Failure.of("connect.interrupted", ConnectFailures.addresses(profile));
    }

    private synchronized Failure notOpened(Failure reason) {
        closing = true;
        if (!track.closed(reason)) {
            // The person was faster.
            return brokenOff();
        }
        LOG.info("Not connected: {}", reason.sentence());
        return reason;
    }

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized void on(Events event, Connection of) {
        if (closing || track.isClosed()) {
            return;
        }
        switch (event) {
            case CONNECTED, RECONNECTED -> live(of);
            case DISCONNECTED -> lost();
            case CLOSED -> ended();
            case LAME_DUCK -> track.lameDuck(servers().size() > 1);
            case DISCOVERED_SERVERS -> track.discovered(servers());
            case RESUBSCRIBED -> {}
        }
    }

    private void live(Connection of) {
        if (connection == null) {
            connection = of;
            way.attempts().end();
        }
        pause.live();
        probe.live(of);
        track.live(ServerDetails.of(of, ConnectFailures.addresses(profile)));
        settled.countDown();
    }

    private void lost() {
        // Of a link that went silent before it broke, or that we left unread, what was sent since is lost too.
        track.lost(probe.doubtfulSince().orElse(null));
        probe.forget();
    }

    private void ended() {
        var connected = connection;
        // Without one it is the client that cleans up after its attempts to connect; open() says why.
        if (connected != null) {
            track.closed(ConnectFailures.ended(profile, connected.getLastError()));
            probe.stop();
        }
    }

    public Profile profile() {
        return profile;
    }

    /**
     * Tries at once to come back, without the rest of the present pause. A connection that is live is given up and made
     * anew, at another server where there is one; that leaves a gap. Does not wait for it.
     */
    public void reconnectNow() {
        pause.skip();
        if (isLive()) {
            client().ifPresent(ReconnectPause::giveUp);
        }
    }

    /** When a session that reconnects tries again; empty while it is at it, and when it does not reconnect. */
    public Optional<Instant> nextAttempt() {
        return pause.until();
    }

    /** All servers that the session may move to, without secrets: those of the profile, and those that the cluster named. */
    public List<String> servers() {
        var connected = connection;
        return connected == null
                ? profile.urls().stream().map(ServerUrl::shown).toList()
                : connected.getServers().stream()
                        .map(ServerDetails::shown)
                        .sorted()
                        .toList();
    }

    public SessionState state() {
        return track.state();
    }

    public EventJournal journal() {
        return journal;
    }

    public ChangeGuard guard() {
        return guard;
    }

    /** By which messages come without a detour through the client. */
    public Taps taps() {
        return taps;
    }

    /** How the connection becomes secure; none while it does not. */
    @Nullable
    TlsUpgrade tls() {
        return way.tls();
    }

    /** What the server complains of, as it comes. */
    public ServerErrors serverErrors() {
        return errors;
    }

    /** The times without a connection, oldest first; the last thousand of them. */
    public List<Gap> gaps() {
        return track.gaps();
    }

    /** The last measured round-trip time; none before the first measurement, while not live, and of a silent server. */
    public Optional<Duration> rtt() {
        return isLive() ? probe.last() : Optional.empty();
    }

    /**
     * When a server that is still connected was heard for the last time, if it has stopped answering. It is given up, and
     * the session reconnects, if that lasts.
     */
    public Optional<Instant> silentSince() {
        return isLive() ? probe.silentSince() : Optional.empty();
    }

    /**
     * What JetStream says of itself, as far as it has answered. The first call on each connection asks it, with one
     * message and without waiting; nothing while not live, when JetStream is off, or when this user may not ask.
     */
    public Optional<JetStreamDetails> jetStream() {
        var connected = connection;
        return connected != null && track.state() instanceof SessionState.Live live
                ? jetStream.details(connected, live)
                : Optional.empty();
    }

    /** With what the client's JetStream is to be asked for: at the profile's domain or prefix. */
    public JetStreamOptions jetStreamOptions() {
        return JetStreamOptions.builder()
                .prefix(profile.jetStream().apiPrefix())
                .build();
    }

    /** What was to be sent when a connection broke, and was not, or may not have arrived. */
    public Unsent unsent() {
        return losses.total();
    }

    SendLosses sendLosses() {
        return losses;
    }

    /** The client, once it has been connected. */
    Optional<Connection> client() {
        return Optional.ofNullable(connection);
    }

    public Traffic traffic() {
        var connected = connection;
        if (connected == null) {
            return Traffic.NONE;
        }
        Statistics s = connected.getStatistics();
        return new Traffic(s.getInMsgs(), s.getInBytes(), s.getOutMsgs(), s.getOutBytes());
    }

    /**
     * The client's connection, for the capabilities of core.
     *
     * @throws Failure when the session is not live now
     */
    public Connection liveConnection() {
        var connected = connection;
        if (connected == null || !isLive()) {
            throw Failure.of("session.not-live", profile.name());
        }
        return connected;
    }

    /**
     * The client's connection also while it is reconnecting, for subscriptions, which the client carries over.
     *
     * @throws Failure when the session was never live or is closed
     */
    public Connection openConnection() {
        var connected = connection;
        if (connected == null || track.isClosed()) {
            throw Failure.of("session.not-live", profile.name());
        }
        return connected;
    }

    private boolean isLive() {
        return track.state() instanceof SessionState.Live;
    }

    /**
     * Drains and closes. What was published before is sent when the server can be reached. Blocks for some milliseconds,
     * and for four seconds at most when the server does not answer. Also breaks off an {@link #open} under way, which then
     * throws; what is left of its attempts ends in the background.
     */
    @Override
    public void close() {
        Connection connected;
        SessionThreads own;
        boolean drain;
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            drain = isLive() && silentSince().isEmpty();
            connected = connection;
            own = threads;
            track.closed(null);
        }
        settled.countDown();
        pause.end();
        probe.stop();
        if (connected != null && own != null) {
            SessionEnd.of(connected, own, tempo, drain);
        }
    }
}
