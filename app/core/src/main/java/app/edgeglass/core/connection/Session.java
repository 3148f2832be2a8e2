package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.Statistics;
import io.nats.client.api.ServerInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live connection to a server or a cluster, and what happens to it. It reconnects for ever once it has been live;
 * what a person may want to know of that stands in {@link #state}, {@link #gaps} and {@link #journal}, which are read
 * from any thread, as often as wanted.
 *
 * <p>Opening and closing block and belong on a thread that may wait.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECONNECT_WAIT = Duration.ofSeconds(2);
    /** Never zero: jnats 2.26.2 then stops reconnecting without a word. */
    private static final Duration RECONNECT_JITTER = Duration.ofMillis(500);
    /** A link that died without a word is noticed after two of these. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);

    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(2);
    private static final int MOST_GAPS = 1_000;

    private final Profile profile;
    private final Clock clock;
    private final EventJournal journal;
    private final ServerErrors errors = new ServerErrors();
    private final ChangeGuard guard;
    private final RttProbe rttProbe;
    private final ArrayList<Gap> gaps = new ArrayList<>();

    private volatile SessionState state;
    private volatile @Nullable Connection connection;
    private boolean closing;
    private long gapCount;

    public Session(Profile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        this.journal = new EventJournal(clock);
        this.guard = new ChangeGuard(profile);
        this.rttProbe = new RttProbe(this::liveConnection);
        this.state = new SessionState.Idle(clock.instant());
    }

    /**
     * Connects, and waits for it.
     *
     * @throws Failure when no server could be reached or it refused; the session is closed then, with that reason
     */
    public void open() {
        synchronized (this) {
            if (!(state instanceof SessionState.Idle)) {
                throw new IllegalStateException("opened before");
            }
            state = new SessionState.Connecting(clock.instant());
        }
        try {
            Connection opened = Nats.connect(options());
            synchronized (this) {
                connection = opened;
                if (!closing) {
                    live(opened);
                    rttProbe.start();
                    return;
                }
            }
            opened.close();
        } catch (IOException | RuntimeException e) {
            throw closedFor(ConnectFailures.explain(profile, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw closedFor(Failure.because(e, "connect.interrupted", addresses()));
        }
        throw closedFor(Failure.of("connect.interrupted", addresses()));
    }

    private Options options() {
        var builder = new Options.Builder()
                .servers(
                        profile.urls().stream().map(url -> url.uri().toString()).toArray(String[]::new))
                .connectionName("Edgeglass: " + profile.name())
                .connectionTimeout(CONNECT_TIMEOUT)
                .maxReconnects(-1)
                .reconnectWait(RECONNECT_WAIT)
                .reconnectJitter(RECONNECT_JITTER)
                .reconnectJitterTls(RECONNECT_JITTER)
                .pingInterval(PING_INTERVAL)
                // Nothing is kept to be sent later, unseen: what is published without a connection fails.
                .reconnectBufferSize(0)
                .supportUTF8Subjects()
                .advancedRequestBehavior()
                .connectionListener(new SessionListener(this))
                .errorListener(new SessionErrors(journal, errors, WORDS));
        if (!profile.echo()) {
            builder.noEcho();
        }
        return builder.build();
    }

    synchronized void on(Events event, Connection of) {
        if (closing) {
            return;
        }
        switch (event) {
            case DISCONNECTED -> lost();
            case RECONNECTED -> back(of);
            case CLOSED -> ended();
            case LAME_DUCK -> note(Severity.WARNING, "session.lame-duck");
            case CONNECTED, RESUBSCRIBED, DISCOVERED_SERVERS -> {}
        }
    }

    private void lost() {
        if (!(state instanceof SessionState.Live live)) {
            return;
        }
        Instant now = clock.instant();
        if (gaps.size() == MOST_GAPS) {
            gaps.removeFirst();
        }
        gapCount++;
        gaps.add(new Gap(gapCount, now, null));
        state = new SessionState.Reconnecting(now, live.server().url());
        note(Severity.WARNING, "session.lost", live.server().url());
    }

    private void back(Connection of) {
        Instant now = clock.instant();
        if (!gaps.isEmpty() && gaps.getLast().until() == null) {
            Gap gap = gaps.removeLast();
            gaps.add(new Gap(gap.number(), gap.from(), now));
            long seconds = Math.max(1, Duration.between(gap.from(), now).toSeconds());
            note(Severity.WARNING, "session.back", seconds);
        }
        live(of);
    }

    private void live(Connection of) {
        state = new SessionState.Live(clock.instant(), details(of));
    }

    private void ended() {
        var connected = connection;
        String said = connected == null || connected.getLastError() == null ? "" : connected.getLastError();
        Failure reason = Failure.of("session.ended", addresses(), said);
        state = new SessionState.Closed(clock.instant(), reason);
        journal.add(Severity.ERROR, reason.sentence(), reason.remedy());
        rttProbe.stop();
    }

    private Failure closedFor(Failure reason) {
        synchronized (this) {
            closing = true;
            state = new SessionState.Closed(clock.instant(), reason);
            journal.add(Severity.ERROR, reason.sentence(), reason.remedy());
        }
        LOG.info("Not connected: {}", reason.sentence());
        return reason;
    }

    private void note(Severity severity, String key, Object... arguments) {
        String remedyKey = key + ".remedy";
        journal.add(severity, WORDS.say(key, arguments), WORDS.has(remedyKey) ? WORDS.say(remedyKey, arguments) : "");
    }

    private ServerDetails details(Connection of) {
        ServerInfo info = of.getServerInfo();
        String name = info.getServerName();
        String url = of.getConnectedUrl();
        return new ServerDetails(
                name == null || name.isEmpty() ? info.getServerId() : name,
                info.getVersion(),
                Optional.ofNullable(info.getCluster()),
                info.getMaxPayload(),
                info.isJetStreamAvailable(),
                url == null ? addresses() : ServerUrl.parse(url).shown(),
                info.getClientId());
    }

    private String addresses() {
        return ConnectFailures.addresses(profile);
    }

    public Profile profile() {
        return profile;
    }

    public SessionState state() {
        return state;
    }

    public EventJournal journal() {
        return journal;
    }

    public ChangeGuard guard() {
        return guard;
    }

    /** What the server complains of, as it comes. */
    public ServerErrors serverErrors() {
        return errors;
    }

    /** The times without a connection, oldest first; the last thousand of them. */
    public synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** The last measured round-trip time; none before the first measurement and while not live. */
    public Optional<Duration> rtt() {
        return state instanceof SessionState.Live ? rttProbe.last() : Optional.empty();
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
        if (connected == null || !(state instanceof SessionState.Live)) {
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
        if (connected == null || state instanceof SessionState.Closed) {
            throw Failure.of("session.not-live", profile.name());
        }
        return connected;
    }

    /** Drains and closes. What was published before is sent when the server can be reached. Blocks for 2 s at most. */
    @Override
    public void close() {
        Connection connected;
        boolean wasLive;
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            wasLive = state instanceof SessionState.Live;
            connected = connection;
            state = new SessionState.Closed(clock.instant(), null);
        }
        rttProbe.stop();
        if (connected == null) {
            return;
        }
        try {
            if (wasLive) {
                drain(connected);
            }
            connected.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(Connection connected) throws InterruptedException {
        try {
            connected.drain(DRAIN_TIMEOUT).get(DRAIN_TIMEOUT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException | IllegalStateException e) {
            LOG.info("Closing without a full drain: {}", e.toString());
        }
    }
}
