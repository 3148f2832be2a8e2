package app.edgeglass.core.deadletter;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import io.nats.client.Message;
import io.nats.client.RequestFailureException;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes a message so that a stream confirms it: a message nobody keeps would be lost where its original is deleted. */
final class LetterPost {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DEAD = "Dead-Letter-";
    /** The stream acts on them, or has made them for the original. */
    private static final String OF_NATS = "nats-";

    private final Session session;

    LetterPost(Session session) {
        this.session = session;
    }

    /** @param from whose copy it is; nothing when it is sent as it was */
    void send(Permit permit, String target, Optional<DeadLetter> from, Content.Present message) {
        var wanted = NatsMessage.builder()
                .subject(target)
                .headers(headers(from, message))
                .data(message.payload())
                .build();
        var denied = new CompletableFuture<Message>();
        try (var _ = session.serverErrors().listen(complaint -> {
            if (Refusals.ofPublish(complaint, target)) {
                denied.completeExceptionally(Failure.of("deadletter.denied", target));
            }
        })) {
            var answer = permit.connection().requestWithTimeout(wanted, PATIENCE);
            Object first =
                    CompletableFuture.anyOf(answer, denied).get(PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS);
            confirm(target, (Message) first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (TimeoutException | CancellationException e) {
            throw Failure.because(e, "deadletter.unconfirmed", target, PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            throw failure(target, e);
        } catch (IllegalArgumentException e) {
            throw Failure.because(e, "deadletter.unsendable", target, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            throw Failure.because(e, "session.not-live", session.profile().name());
        }
    }

    private static Failure failure(String target, ExecutionException e) {
        if (e.getCause() instanceof Failure failure) {
            return failure;
        }
        if (e.getCause() instanceof RequestFailureException refused) {
            return switch (refused.getReason()) {
                case NO_RESPONDERS -> Failure.because(refused, "deadletter.no-stream", target);
                default -> Failure.because(refused, "deadletter.unconfirmed", target, PATIENCE.toSeconds());
            };
        }
        return Failure.because(e, "deadletter.unconfirmed", target, PATIENCE.toSeconds());
    }

    private static void confirm(String target, Message answer) {
        byte[] said = answer.getData();
        try {
            JsonNode json = JsonMapper.shared().readTree(said == null ? new byte[0] : said);
            String error = json.path("error").path("description").asString("");
            if (!error.isEmpty()) {
                throw Failure.of("deadletter.refused", target, error);
            }
            if (json.path("seq").asLong(0) > 0
                    && !json.path("stream").asString("").isEmpty()) {
                return;
            }
        } catch (JacksonException e) {
            throw Failure.because(e, "deadletter.no-stream", target);
        }
        throw Failure.of("deadletter.no-stream", target);
    }

    private static Headers headers(Optional<DeadLetter> from, Content.Present message) {
        var headers = new Headers();
        List<Header> before = message.headers();
        for (Header header : before) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.startsWith(OF_NATS) && !name.isEmpty()) {
                headers.add(header.name(), header.value());
            }
        }
        from.ifPresent(letter -> {
            headers.put(DEAD + "Subject", message.subject());
            headers.put(DEAD + "Stream", letter.stream());
            headers.put(DEAD + "Consumer", letter.consumer());
            headers.put(DEAD + "Sequence", Long.toString(letter.sequence()));
            headers.put(DEAD + "Deliveries", Long.toString(letter.deliveries()));
            headers.put(DEAD + "Time", letter.at().toString());
            if (!letter.reason().isEmpty()) {
                headers.put(DEAD + "Reason", letter.reason().replaceAll("[\r\n]+", " "));
            }
            // Whoever copies it twice, or besides a program that does, leaves one in the stream.
            headers.put("Nats-Msg-Id", letter.stream() + "." + letter.consumer() + "." + letter.sequence());
        });
        return headers;
    }
}
