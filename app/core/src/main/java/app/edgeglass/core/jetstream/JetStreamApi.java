package app.edgeglass.core.jetstream;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.ApiSubjects;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import io.nats.client.Message;
import io.nats.client.RequestFailureException;
import io.nats.client.support.NatsRequestCompletableFuture;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks JetStream by its API subjects, in the server's own JSON: the client's models know only some fields, and what they do
 * not know an edit by them would take away. Asked where the session's profile says (own account, domain or prefix).
 *
 * <p>Each call blocks until the answer, and ends with a {@link Failure}: {@code jetstream.off} when nobody answers there,
 * {@code jetstream.silent} when no answer came in time, {@code jetstream.denied} when this user may not ask, {@code
 * jetstream.refused} and its kinds, with an {@link ApiError} behind it, when JetStream answered with an error. Safe for use by
 * several threads.
 */
public final class JetStreamApi {

    /** What a server under load may take for a large answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;
    private final String prefix;
    private final ApiSubjects subjects;
    private final Duration patience;

    public JetStreamApi(Session session) {
        this(session, PATIENCE);
    }

    public JetStreamApi(Session session, Duration patience) {
        this.session = session;
        this.prefix = session.profile().jetStream().apiPrefix();
        this.subjects = new ApiSubjects(session.profile().jetStream());
        this.patience = patience;
    }

    public Session session() {
        return session;
    }

    /** @param verb what follows the API's prefix, such as {@code STREAM.INFO.ORDERS} */
    public String subject(String verb) {
        return prefix + "." + verb;
    }

    /**
     * Asks what changes nothing.
     *
     * @param question none for a question without words
     */
    public ObjectNode read(String verb, @Nullable ObjectNode question) {
        Permit permit = session.guard().allow(Change.request(subject(verb)));
        return exchange(permit, verb, question);
    }

    /** Has something changed. What takes away for good needs {@link #destroy}. */
    public ObjectNode change(Permit permit, String verb, @Nullable ObjectNode body) {
        if (subjects.destroys(subject(verb))) {
            throw new IllegalArgumentException(verb + " destroys; that takes a consent");
        }
        return exchange(permit, verb, body);
    }

    /** Has something taken away for good. */
    public ObjectNode destroy(Consent consent, String verb, @Nullable ObjectNode body) {
        return exchange(consent, verb, body);
    }

    /**
     * Reads a list that comes in pages, to its end.
     *
     * @param question what is asked for besides the page; may be changed here
     * @param list the field that holds a page, such as {@code streams}
     * @param each takes each entry
     * @return how many there are by the server's own count
     */
    public int pages(String verb, ObjectNode question, String list, Consumer<JsonNode> each) {
        int offset = 0;
        while (true) {
            question.put("offset", offset);
            ObjectNode page = read(verb, question);
            JsonNode entries = page.path(list);
            entries.forEach(each);
            offset += entries.size();
            int total = page.path("total").asInt(0);
            if (entries.isEmpty() || offset >= total) {
                return total;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(verb);
            }
        }
    }

    private ObjectNode exchange(Permit permit, String verb, @Nullable ObjectNode body) {
        String subject = subject(verb);
        byte[] bytes = body == null ? new byte[0] : JsonMapper.shared().writeValueAsBytes(body);
        var denied = new CompletableFuture<Message>();
        try (var _ = session.serverErrors().listen(complaint -> {
            if (Refusals.ofPublish(complaint, subject)) {
                denied.completeExceptionally(Failure.of("jetstream.denied", subject));
            }
        })) {
            var answer = permit.connection().requestWithTimeout(subject, bytes, patience);
            return read(subject, first(answer, denied));
        } catch (CancellationException e) {
            // One of those below, but ours: whoever waited was interrupted.
            throw e;
        } catch (IllegalStateException e) {
            // The client's word for a connection that went between the question and now.
            throw Failure.because(e, "session.not-live", session.profile().name());
        }
    }

    private Message first(CompletableFuture<Message> answer, CompletableFuture<Message> denied) {
        String name = session.profile().name();
        try {
            // Some more than the client itself waits, so that it says what it was.
            Object got = CompletableFuture.anyOf(answer, denied).get(patience.toMillis() + 500, TimeUnit.MILLISECONDS);
            return (Message) got;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (TimeoutException | CancellationException e) {
            throw Failure.because(e, "jetstream.silent", name, patience.toSeconds());
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause(), name, answer);
        } finally {
            answer.cancel(false);
        }
    }

    private Failure failure(Throwable cause, String name, CompletableFuture<Message> answer) {
        if (cause instanceof Failure failure) {
            return failure;
        }
        if (isNobody(answer)) {
            return Failure.because(cause, "jetstream.off", name, prefix);
        }
        if (cause instanceof RequestFailureException refused) {
            return switch (refused.getReason()) {
                case NO_RESPONDERS -> Failure.because(refused, "jetstream.off", name, prefix);
                case TIMEOUT -> Failure.because(refused, "jetstream.silent", name, patience.toSeconds());
                default -> Failure.because(refused, "session.not-live", name);
            };
        }
        return Failure.because(cause, "jetstream.silent", name, patience.toSeconds());
    }

    /** Where nobody listens the client cancels the answer at once, and says no more than that (jnats 2.26.2). */
    private static boolean isNobody(CompletableFuture<Message> answer) {
        return answer instanceof NatsRequestCompletableFuture request
                && request.isCancelled()
                && !request.wasCancelledTimedOut()
                && !request.wasCancelledClosing();
    }

    private static ObjectNode read(String subject, Message message) {
        return answer(subject, message.getData() == null ? new byte[0] : message.getData());
    }

    /**
     * Reads an answer that came another way.
     *
     * @param subject what was asked
     */
    public static ObjectNode answer(String subject, byte[] said) {
        try {
            if (JsonMapper.shared().readTree(said) instanceof ObjectNode json) {
                if (json.get("error") instanceof ObjectNode error) {
                    throw ApiFailures.of(error);
                }
                return json;
            }
        } catch (JacksonException e) {
            throw Failure.because(e, "jetstream.garbled", subject);
        }
        throw Failure.of("jetstream.garbled", subject);
    }
}
