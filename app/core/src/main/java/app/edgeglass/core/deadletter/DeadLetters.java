package app.edgeglass.core.deadletter;

import app.edgeglass.core.advisory.AdvisorySubjects;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.ServerErrors;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.deadletter.DeadLetter.Origin;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Listens for messages that the consumers of a stream give up, and reads what they held. An advisory is told once: what was
 * given up before is known only where a stream keeps advisories ({@link EarlierLetters}). Safe for use by several threads.
 */
public final class DeadLetters implements AutoCloseable {

    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 32L << 20;

    private final StreamRef stream;
    private final Clock clock;
    private final StuckMessages messages;
    private final LetterReader reader;
    private final LetterBox box = new LetterBox(MOST, MOST_BYTES);
    private final Dispatcher dispatcher;
    private final ServerErrors.Hearing hearing;
    private final TreeSet<String> denied = new TreeSet<>();
    private final Thread fetcher;
    private volatile boolean closed;

    private DeadLetters(StreamRef stream, Clock clock) {
        this.stream = stream;
        this.clock = clock;
        Session session = stream.session();
        this.messages = new StuckMessages(new JetStreamApi(session));
        this.reader = new LetterReader(stream.name(), AdvisorySubjects.domain(session));
        List<String> subjects = LetterReader.subjects(stream.name());
        this.hearing = session.serverErrors()
                .listen(complaint -> subjects.stream()
                        .filter(subject -> Refusals.ofSubscription(complaint, subject))
                        .forEach(this::deny));
        this.dispatcher = session.openConnection().createDispatcher(this::take);
        subjects.forEach(dispatcher::subscribe);
        this.fetcher = Thread.ofVirtual().name("edgeglass-dead-letters").start(this::fetch);
    }

    /** @throws Failure when there is no connection */
    public static DeadLetters listen(StreamRef stream, Clock clock) {
        return new DeadLetters(stream, clock);
    }

    private void deny(String subject) {
        synchronized (denied) {
            denied.add(subject);
        }
    }

    private void take(Message message) {
        byte[] data = message.getData();
        if (data != null) {
            reader.read(data, clock.instant(), Origin.HEARD).ifPresent(this::add);
        }
    }

    void add(DeadLetter letter) {
        box.add(letter);
        synchronized (box) {
            box.notifyAll();
        }
    }

    /** One after the other: a worker that gives up a thousand messages is not to be answered by a thousand questions at once. */
    private void fetch() {
        try {
            while (!closed) {
                Optional<DeadLetter> next = box.awaited();
                if (next.isPresent()) {
                    box.put(next.get(), messages.read(stream.name(), next.get().sequence()));
                    continue;
                }
                synchronized (box) {
                    if (!closed && box.awaited().isEmpty()) {
                        box.wait();
                    }
                }
            }
        } catch (InterruptedException | CancellationException e) {
            // Closed.
        }
    }

    /** Reads what those before have said, from the streams that keep advisories; see {@link EarlierLetters}. */
    public EarlierLetters.Found findEarlier() {
        return new EarlierLetters(stream, new JetStreamApi(stream.session()), messages, reader, clock).find(this::add);
    }

    /** What was given up, in the order in which it was told. */
    public List<Stuck> all() {
        return box.all();
    }

    /** The content of one, which is read anew unless it is here. Blocks then. */
    public Content read(DeadLetter letter) {
        Optional<Content> here = box.content(letter);
        if (here.isPresent() && here.get() instanceof Content.Present) {
            return here.get();
        }
        Content read = messages.read(letter.stream(), letter.sequence());
        box.put(letter, read);
        return read;
    }

    void gone(DeadLetter letter) {
        box.put(letter, new Content.Gone());
    }

    /** Takes one off the list. */
    public void forget(DeadLetter letter) {
        box.remove(letter);
    }

    /** Changes whenever {@link #all} does. */
    public long version() {
        return box.version();
    }

    /** How many went for newer ones, and how many advisories the client dropped since they came too fast. */
    public long forgotten() {
        return box.forgotten() + dispatcher.getDroppedCount();
    }

    /** How much their contents take. */
    public long bytes() {
        return box.bytes();
    }

    /** What this user may not listen to; what is told there does not come. */
    public List<String> denied() {
        synchronized (denied) {
            return List.copyOf(denied);
        }
    }

    public StreamRef stream() {
        return stream;
    }

    @Override
    public void close() {
        closed = true;
        fetcher.interrupt();
        hearing.close();
        try {
            stream.session().openConnection().closeDispatcher(dispatcher);
        } catch (RuntimeException e) {
            // The connection went first, and the dispatcher with it.
        }
    }
}
