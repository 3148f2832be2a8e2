package app.edgeglass.core.advisory;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.ServerErrors;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Listens to what JetStream tells of a stream, from now on: a server keeps no advisories. Keeps the newest of them, bounded
 * in bytes; what went for newer ones is counted, and where the connection was away stands a gap. Safe for use by several
 * threads.
 */
public final class StreamEvents implements AutoCloseable {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());
    private static final long MOST_BYTES = 8L << 20;
    private static final int MOST = 5_000;
    /** Of a flood more than the server is willing to wait for: what the client drops is counted. */
    private static final long PENDING = 64 * 1024;

    private final Session session;
    private final Clock clock;
    private final AdvisoryReader reader;
    private final Dispatcher dispatcher;
    private final ServerErrors.Hearing hearing;
    private final Instant since;
    private final ArrayDeque<Advisory> kept = new ArrayDeque<>();
    private final TreeSet<String> denied = new TreeSet<>();
    private long bytes;
    private long numbers;
    private long forgotten;
    private long own;
    private long version;

    private StreamEvents(StreamRef stream, Clock clock) {
        this.session = stream.session();
        this.clock = clock;
        this.since = clock.instant();
        this.reader = new AdvisoryReader(stream.name(), AdvisorySubjects.domain(stream.session()));
        List<String> subjects = AdvisorySubjects.of(stream.name());
        this.hearing = session.serverErrors()
                .listen(complaint -> subjects.stream()
                        .filter(subject -> Refusals.ofSubscription(complaint, subject))
                        .forEach(this::deny));
        Connection connection = session.openConnection();
        this.dispatcher = connection.createDispatcher(this::take);
        this.dispatcher.setPendingLimits(PENDING, MOST_BYTES);
        subjects.forEach(dispatcher::subscribe);
    }

    /**
     * Begins to listen.
     *
     * @throws app.edgeglass.core.error.Failure when there is no connection
     */
    public static StreamEvents listen(StreamRef stream, Clock clock) {
        return new StreamEvents(stream, clock);
    }

    private synchronized void deny(String subject) {
        denied.add(subject);
        version++;
    }

    private void take(Message message) {
        byte[] data = message.getData() == null ? new byte[0] : message.getData();
        keep(message.getSubject(), data);
    }

    private synchronized void keep(String subject, byte[] data) {
        Optional<Advisory> read = reader.read(numbers + 1, subject, data, clock.instant());
        if (read.isEmpty()) {
            return;
        }
        Advisory advisory = read.get();
        if (advisory.kind() == AdvisoryKind.QUESTION && isOwn(advisory)) {
            // What this window asks to show the stream would be most of what it shows then.
            own++;
            return;
        }
        numbers++;
        version++;
        kept.addLast(advisory);
        bytes += advisory.weight();
        while (kept.size() > MOST || bytes > MOST_BYTES) {
            bytes -= kept.removeFirst().weight();
            forgotten++;
        }
    }

    private boolean isOwn(Advisory advisory) {
        return session.state() instanceof SessionState.Live live
                && AdvisoryReader.isOf(
                        advisory, live.server().name(), live.server().clientId());
    }

    /** What was told, with the gaps, oldest first. */
    public List<Advisory> all() {
        List<Advisory> rows;
        synchronized (this) {
            rows = new ArrayList<>(kept);
        }
        for (Gap gap : session.gaps()) {
            if (gap.from().isAfter(since)) {
                rows.add(row(gap));
            }
        }
        rows.sort(Comparator.comparing(Advisory::at));
        return rows;
    }

    private static Advisory row(Gap gap) {
        Instant until = gap.until();
        String sentence = until == null
                ? WORDS.say("advisory.gap.open")
                : WORDS.say("advisory.gap", until.toEpochMilli() - gap.from().toEpochMilli());
        return new Advisory(-gap.number(), gap.from(), AdvisoryKind.GAP, sentence, "", "", "");
    }

    /** Changes whenever {@link #all} does, but for gaps. */
    public synchronized long version() {
        return version;
    }

    /** How many went for newer ones, and how many the client dropped since they came too fast. */
    public synchronized long forgotten() {
        return forgotten + dispatcher.getDroppedCount();
    }

    /** How many questions of this session itself were left out. */
    public synchronized long own() {
        return own;
    }

    /** What this user may not listen to; nothing of it comes. */
    public synchronized List<String> denied() {
        return List.copyOf(denied);
    }

    /** Since when. */
    public Instant since() {
        return since;
    }

    @Override
    public void close() {
        hearing.close();
        try {
            session.openConnection().closeDispatcher(dispatcher);
        } catch (RuntimeException e) {
            // The connection went first, and the dispatcher with it.
        }
    }
}
