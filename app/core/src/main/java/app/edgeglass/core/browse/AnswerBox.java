package app.edgeglass.core.browse;

import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.ServerErrors;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.Tap;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks many questions at once and has their answers come back to one subscription, straight from the bytes that are read. The
 * client's own requests take one answer each, and an object for each.
 *
 * <p>Safe for use by several threads. To be closed.
 */
final class AnswerBox implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;

    private final Session session;
    private final Duration patience;
    private final String inbox;
    private final Router router;
    private final Tap tap;
    private final Subscription subscription;
    private final ServerErrors.Hearing hearing;
    private final AtomicLong asked = new AtomicLong();

    /** Apart, since a session keeps its taps for as long as it lives: of a closed box nothing but an empty map is kept. */
    private static final class Router {

        private final ConcurrentHashMap<Long, Answers> open = new ConcurrentHashMap<>();
        /** Of the message before: a thousand in a row belong together. One thread at a time brings messages. */
        private long lastNumber;

        private @Nullable Answers last;

        void accept(MessageFrame frame) {
            long number = number(frame);
            if (number != lastNumber) {
                lastNumber = number;
                last = open.get(number);
            }
            if (last != null) {
                last.add(frame);
            }
        }

        void forget() {
            open.clear();
            last = null;
        }

        void close(long number) {
            Answers closed = open.remove(number);
            if (closed != null) {
                closed.close();
            }
        }

        /** The last token of the subject. */
        private static long number(MessageFrame frame) {
            byte[] bytes = frame.bytes();
            long number = 0;
            long unit = 1;
            for (int at = frame.subjectAt() + frame.subjectLength() - 1;
                    at >= frame.subjectAt() && bytes[at] != '.';
                    at--) {
                number += (bytes[at] - '0') * unit;
                unit *= 10;
            }
            return number;
        }
    }

    /** @throws Failure {@code session.not-live} */
    AnswerBox(Session session, Duration patience) {
        this.session = session;
        this.patience = patience;
        this.router = new Router();
        Connection connection = session.liveConnection();
        this.inbox = connection.createInbox() + ".";
        session.taps().expectAnswers(inbox);
        this.tap = session.taps().open(Optional.empty(), router::accept);
        this.hearing = session.serverErrors().listen(this::complained);
        try {
            this.subscription = connection.subscribe(inbox + "*", tap.name());
        } catch (IllegalStateException e) {
            hearing.close();
            session.taps().expectNoAnswers(inbox);
            session.taps().close(tap);
            throw notLive(e);
        }
    }

    Session session() {
        return session;
    }

    /**
     * Asks, and does not wait.
     *
     * @param several whether more than one answer is awaited
     */
    Question ask(String subject, String question, boolean several) {
        Permit permit = session.guard().allow(Change.request(subject));
        SessionState state = session.state();
        long number = asked.incrementAndGet();
        var answers = new Answers(subject, several);
        router.open.put(number, answers);
        try {
            permit.connection().publish(subject, inbox + number, question.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            router.open.remove(number);
            throw notLive(e);
        } catch (Failure failure) {
            router.open.remove(number);
            throw failure;
        }
        return new Question(number, answers, state);
    }

    private Failure notLive(IllegalStateException e) {
        return Failure.because(e, "session.not-live", session.profile().name());
    }

    private void complained(String complaint) {
        boolean noAnswers = Refusals.ofSubscription(complaint, inbox + "*");
        for (Answers answers : router.open.values()) {
            if (noAnswers) {
                answers.fail(Failure.of("browse.denied-answers", inbox + "*"));
            } else if (Refusals.ofPublish(complaint, answers.subject())) {
                answers.fail(Failure.of("jetstream.denied", answers.subject()));
            }
        }
    }

    @Override
    public void close() {
        session.taps().lock().lock();
        try {
            router.forget();
        } finally {
            session.taps().lock().unlock();
        }
        hearing.close();
        session.taps().expectNoAnswers(inbox);
        session.taps().close(tap);
        if (subscription.isActive()) {
            try {
                subscription.unsubscribe();
            } catch (IllegalStateException e) {
                // The connection was closed in this moment, and the subscription with it.
            }
        }
    }

    /** A question under way. Whoever does not want its answers any more closes it. */
    final class Question implements AutoCloseable {

        private final long number;
        private final Answers answers;
        private final SessionState state;

        private Question(long number, Answers answers, SessionState state) {
            this.number = number;
            this.answers = answers;
            this.state = state;
        }

        /**
         * Waits for all answers.
         *
         * @throws Failure {@code jetstream.silent}, {@code jetstream.denied}, or {@code session.not-live} when the connection
         *     that was asked is no more: what was on its way is lost
         * @throws CancellationException when interrupted
         */
        Answers await() {
            try {
                while (!answers.await(LOOK_MILLIS)) {
                    if (!session.state().equals(state)) {
                        throw Failure.of("session.not-live", session.profile().name());
                    }
                    if (System.nanoTime() - answers.heardNanos() > patience.toNanos()) {
                        throw Failure.of(
                                "jetstream.silent",
                                session.profile().name(),
                                TimeUnit.NANOSECONDS.toSeconds(patience.toNanos()));
                    }
                }
                return answers;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } finally {
                close();
            }
        }

        @Override
        public void close() {
            router.close(number);
        }
    }
}
