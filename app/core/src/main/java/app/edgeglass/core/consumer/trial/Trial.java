package app.edgeglass.core.consumer.trial;

import app.edgeglass.core.connection.HeaderArmour;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.trial.PullEnd.Why;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.message.HeaderBlock;
import io.nats.client.Connection;
import io.nats.client.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes messages from a consumer by hand, as an application does, and says what is to become of each. What is taken here the
 * application does not get, until it is given back or its time is up.
 *
 * <p>What is kept is bounded by {@link #MOST_BYTES} and {@link #MOST_MESSAGES}. Safe for use by several threads; {@link #take}
 * blocks until its end, and is called by one thread at a time.
 */
public final class Trial implements AutoCloseable {

    /** What the messages of one trial may take of memory. */
    public static final long MOST_BYTES = 16L << 20;

    public static final int MOST_MESSAGES = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final Duration AFTERWARDS = Duration.ofMillis(250);

    private final Session session;
    private final ConsumerRow consumer;
    private final Deadlines deadlines;
    private final Clock clock;
    private final TakenList list = new TakenList(MOST_BYTES, MOST_MESSAGES);
    private final Settling settling;
    private final Pulling pulling;
    private final String stream;
    private @Nullable Listening listening;
    private @Nullable Failure refused;
    private String inbox = "";
    private String address = "";
    private long taken;
    private long notKept;
    private boolean stopped;

    /** @param config of the consumer, as the server told it */
    public Trial(JetStreamApi api, String stream, ConsumerRow consumer, JsonNode config, Clock clock) {
        this.session = api.session();
        this.stream = stream;
        this.consumer = consumer;
        this.clock = clock;
        this.deadlines = Deadlines.of(config);
        this.settling = new Settling(api, stream, consumer, list, deadlines, clock);
        this.pulling = new Pulling(api.subject("CONSUMER.MSG.NEXT." + stream + "." + consumer.name()), config);
    }

    /**
     * Takes messages: of a pull consumer those of one request, or of one after the other; of a push consumer all that it sends,
     * until {@link #stop}. Blocks until the end.
     *
     * @param request not looked at for a push consumer
     * @param onAndOn whether another request follows when one has ended
     * @throws Failure when the consumer cannot be asked, or is gone
     */
    public PullEnd take(PullRequest request, boolean onAndOn) throws InterruptedException {
        Permit permit = session.guard().allow(new Change(Change.Kind.TAKE_MESSAGES, consumer.name(), stream));
        synchronized (this) {
            stopped = false;
        }
        listen(permit.connection());
        return consumer.isPush() ? waitForStop() : pull(permit, request, onAndOn);
    }

    private synchronized void listen(Connection connection) {
        if (listening == null) {
            inbox = connection.createInbox();
            address = consumer.isPush() ? consumer.deliverSubject() : inbox + ".*";
            listening = Listening.open(
                    session, connection, address, consumer.deliverGroup(), this::receive, this::complain);
        }
    }

    private PullEnd pull(Permit permit, PullRequest request, boolean onAndOn) throws InterruptedException {
        while (true) {
            long room = list.room();
            if (room < Pulling.LEAST_ROOM || list.roomFor() == 0) {
                return new PullEnd(Why.FULL, "");
            }
            PullEnd end = pullOnce(permit, request.within(pulling.limits(), list.roomFor(), room));
            if (!onAndOn || !end.goesOn()) {
                return end;
            }
            if (end.why() == Why.LOST
                    || (end.why() == Why.NOTHING_THERE && request.expires().isZero())) {
                pause();
            }
        }
    }

    private PullEnd pullOnce(Permit permit, PullRequest request) throws InterruptedException {
        Connection connection;
        try {
            connection = permit.connection();
        } catch (Failure notLive) {
            return new PullEnd(Why.LOST, "");
        }
        byte[] body = JsonMapper.shared().writeValueAsBytes(request.json(pulling.pin()));
        String replyTo =
                pulling.begin(request, inbox, connection.getStatistics().getReconnects());
        try {
            connection.publish(pulling.subject(), replyTo, body);
        } catch (IllegalStateException e) {
            return new PullEnd(Why.LOST, "");
        }
        return waitForEnd(connection);
    }

    private synchronized PullEnd waitForEnd(Connection connection) throws InterruptedException {
        while (true) {
            throwRefusal();
            Optional<PullEnd> end = stopped
                    ? Optional.of(new PullEnd(Why.STOPPED, ""))
                    : pulling.end(connection.getStatistics().getReconnects());
            if (end.isPresent()) {
                return end.get();
            }
            wait(Pulling.LOOK_EVERY.toMillis());
        }
    }

    private synchronized PullEnd waitForStop() throws InterruptedException {
        long before = notKept;
        while (!stopped) {
            throwRefusal();
            if (notKept > before) {
                end();
                return new PullEnd(Why.FULL, "");
            }
            wait(Pulling.LOOK_EVERY.toMillis());
        }
        end();
        return new PullEnd(Why.STOPPED, "");
    }

    @SuppressWarnings("WaitNotInLoop") // A rest that ends too early does no harm.
    private synchronized void pause() throws InterruptedException {
        if (!stopped) {
            wait(Pulling.REST.toMillis());
        }
    }

    private void throwRefusal() {
        Failure failure = refused;
        if (failure != null) {
            refused = null;
            throw failure;
        }
    }

    /** On the client's thread for callbacks. */
    private synchronized void complain(String complaint) {
        if (Refusals.ofPublish(complaint, pulling.subject())) {
            refused = Failure.of("jetstream.denied", pulling.subject());
        } else if (Refusals.ofReply(complaint, pulling.replyTo()) || Refusals.ofSubscription(complaint, address)) {
            refused = Failure.of("consumer.deaf", address, consumer.name());
        }
        notifyAll();
    }

    /** On the dispatcher's thread. */
    private void receive(Message message) {
        if (message.isStatusMessage()) {
            status(message);
            return;
        }
        Instant now = clock.instant();
        String ackSubject = message.getReplyTo() == null ? "" : message.getReplyTo();
        Delivery delivery = Delivery.of(ackSubject).orElse(new Delivery(1, 0, 0, now, 0));
        boolean wantsWord = consumer.acknowledges() && !ackSubject.isEmpty();
        synchronized (this) {
            taken++;
            var one = new Taken(
                    taken,
                    delivery,
                    message.getSubject(),
                    HeaderBlock.parse(HeaderArmour.headers(message)),
                    message.getData() == null ? new byte[0] : message.getData(),
                    wantsWord ? ackSubject : "",
                    now,
                    wantsWord ? deadlines.due(now, delivery.count()) : Optional.empty(),
                    wantsWord ? Fate.OPEN : Fate.NEEDS_NOTHING);
            if (!list.add(one)) {
                notKept++;
            }
            pulling.came(one);
            notifyAll();
        }
    }

    private void status(Message message) {
        int code = message.getStatus().getCode();
        if (code == Pulling.ALIVE && consumer.isPush()) {
            answerFlowControl(message);
        }
        synchronized (this) {
            String said = message.getStatus().getMessage();
            if (pulling.isGone(code, said)) {
                refused = Failure.of("consumer.gone", consumer.name(), stream);
            }
            pulling.status(code, said == null ? "" : said, message.getSubject());
            notifyAll();
        }
    }

    /** A push consumer with flow control sends nothing more until it is told that what it sent was read. */
    private void answerFlowControl(Message message) {
        String replyTo = message.getReplyTo();
        String stalled = message.hasHeaders() ? message.getHeaders().getFirst("Nats-Consumer-Stalled") : null;
        String to = stalled == null ? replyTo : stalled;
        if (to == null) {
            return;
        }
        try {
            Permit permit = session.guard().allow(new Change(Change.Kind.TAKE_MESSAGES, consumer.name(), stream));
            permit.connection().publish(to, new byte[0]);
        } catch (Failure | IllegalStateException e) {
            // Without a connection it is asked for again.
            LOG.debug("Flow control was not answered: {}", e.toString());
        }
    }

    /** Ends the taking. What was asked for last may still come. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /**
     * Tells the consumer what becomes of messages; those that wait for no word are left out. Blocks for some seconds at most.
     *
     * @param confirm whether to wait for the consumer's own word that it noted it, for each
     * @throws Failure when nothing was sent, or the server refuses it
     */
    public Settled settle(Collection<Long> numbers, Word word, boolean confirm) {
        Permit permit = session.guard().allow(new Change(Change.Kind.ACKNOWLEDGE, consumer.name(), stream));
        List<Taken> open = list.open(numbers);
        return confirm ? settling.confirmed(permit, open, word) : settling.sent(permit, open, word);
    }

    /** The messages that were taken, the oldest first. */
    public List<Taken> messages() {
        return list.all();
    }

    /** Rises with each change of {@link #messages}. */
    public long version() {
        return list.version();
    }

    /** How many wait for word. */
    public int open() {
        return list.openCount();
    }

    /** When the first of those is delivered again, if no word comes. */
    public Optional<Instant> firstDue() {
        return list.firstDue();
    }

    /** How many were taken in all. */
    public synchronized long taken() {
        return taken;
    }

    /** How many came for which there was no room; they wait for word that cannot be given here. */
    public synchronized long notKept() {
        return notKept;
    }

    /** How many settled ones had to make room. */
    public long forgotten() {
        return list.forgotten();
    }

    /** Takes the settled ones out of the list. */
    public void clearSettled() {
        list.clearSettled();
    }

    private synchronized void end() {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    /**
     * Ends it, and gives back what waits for word. A request that still waits at the server would get here at once what was given
     * back, and nobody would see it: also when nobody listens to its answer any more, since a live subscription to all subjects
     * counts as somebody. So it is given back for the moment at which that request is over.
     */
    public Settled giveBack() {
        Duration left = pulling.left();
        close();
        Word word = left.isZero() ? new Word.Nak() : new Word.NakAfter(left.plus(AFTERWARDS));
        return settle(messages().stream().map(Taken::number).toList(), word, false);
    }

    /** Ends it. Nothing is given back by that: what waits for word is delivered again when its time is up. */
    @Override
    public void close() {
        stop();
        end();
    }
}
