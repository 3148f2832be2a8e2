package app.edgeglass.core.consumer.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import io.nats.client.Connection;
import io.nats.client.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends word of messages. Word that is only sent counts as received when the server has answered a ping behind it on the same
 * connection; when that does not happen, it is in doubt.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration TOLD_WITHIN = Duration.ofMillis(200);

    /** Requests that wait for their answers side by side. */
    private static final int WINDOW = 64;

    private final JetStreamApi api;
    private final Session session;
    private final String stream;
    private final ConsumerRow consumer;
    private final TakenList list;
    private final Deadlines deadlines;
    private final Clock clock;

    Settling(JetStreamApi api, String stream, ConsumerRow consumer, TakenList list, Deadlines deadlines, Clock clock) {
        this.api = api;
        this.session = api.session();
        this.stream = stream;
        this.consumer = consumer;
        this.list = list;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Sends word of all, and waits until the server has read it. */
    Settled sent(Permit permit, List<Taken> messages, Word word) {
        Connection connection = permit.connection();
        byte[] body = word.spelled().getBytes(UTF_8);
        long reconnects = connection.getStatistics().getReconnects();
        var denied = new AtomicReference<@Nullable String>();
        var tried = new ArrayList<Taken>();
        boolean read;
        try (var _ = session.serverErrors().listen(complaint -> note(complaint, messages, denied))) {
            for (Taken message : messages) {
                connection.publish(message.ackSubject(), body);
                tried.add(message);
            }
            connection.flush(PATIENCE);
            // What the server complains of comes before its answer to the ping, but is told a moment later.
            session.serverErrors().await(connection.getStatistics().getErrs(), TOLD_WITHIN);
            read = connection.getStatistics().getReconnects() == reconnects;
        } catch (TimeoutException | IllegalStateException e) {
            read = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            read = false;
        }
        String subject = denied.get();
        if (subject != null) {
            throw Failure.of("consumer.word-denied", subject);
        }
        for (Taken message : tried) {
            mark(message, word, read ? word.fate(false) : Fate.IN_DOUBT);
        }
        return new Settled(tried.size(), 0, read ? 0 : tried.size());
    }

    private static void note(String complaint, List<Taken> messages, AtomicReference<@Nullable String> denied) {
        messages.stream()
                .map(Taken::ackSubject)
                .filter(subject -> Refusals.ofPublish(complaint, subject))
                .findFirst()
                .ifPresent(denied::set);
    }

    /** Sends word of all and waits until the consumer has said of each that it noted it. */
    Settled confirmed(Permit permit, List<Taken> messages, Word word) {
        Connection connection = permit.connection();
        byte[] body = word.spelled().getBytes(UTF_8);
        int confirmed = 0;
        int sent = 0;
        for (int from = 0; from < messages.size(); from += WINDOW) {
            List<Taken> some = messages.subList(from, Math.min(messages.size(), from + WINDOW));
            var answers = new ArrayList<CompletableFuture<Message>>();
            try {
                for (Taken message : some) {
                    answers.add(connection.requestWithTimeout(message.ackSubject(), body, PATIENCE));
                }
            } catch (IllegalStateException e) {
                // The connection went: what was not sent is open as before.
            }
            sent += answers.size();
            for (int i = 0; i < answers.size(); i++) {
                boolean noted = isNoted(answers.get(i));
                mark(some.get(i), word, noted ? word.fate(true) : Fate.IN_DOUBT);
                confirmed += noted ? 1 : 0;
            }
            if (answers.size() < some.size()) {
                break;
            }
        }
        if (confirmed < sent) {
            refuseIfGone();
        }
        return new Settled(sent, confirmed, sent - confirmed);
    }

    /** Somebody listens for word of every consumer of a stream, also of one that is no more: it just does not answer. */
    private void refuseIfGone() {
        try {
            api.read("CONSUMER.INFO." + stream + "." + consumer.name(), null);
        } catch (Failure failure) {
            if (ApiError.is(failure, ApiError.CONSUMER_NOT_FOUND) || ApiError.is(failure, ApiError.STREAM_NOT_FOUND)) {
                throw Failure.because(failure, "consumer.gone", consumer.name(), stream);
            }
            LOG.debug("Whether the consumer is there is not known: {}", failure.sentence());
        }
    }

    private boolean isNoted(CompletableFuture<Message> answer) {
        try {
            answer.get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (CancellationException | ExecutionException e) {
            return false;
        }
    }

    private void mark(Taken message, Word word, Fate fate) {
        if (word instanceof Word.InProgress && fate == Fate.OPEN) {
            Instant now = clock.instant();
            list.change(
                    message.number(),
                    one -> one.withDue(now, deadlines.due(now, one.delivery().count())));
            return;
        }
        list.change(message.number(), one -> one.fate().isOpen() ? one.withFate(fate) : one);
        if (word instanceof Word.Ack && consumer.ackPolicy().equals("all")) {
            list.changeUpTo(message.delivery().consumerSequence(), fate);
        }
    }
}
