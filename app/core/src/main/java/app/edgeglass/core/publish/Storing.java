package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import io.nats.client.Message;
import io.nats.client.RequestFailureException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A message that is on its way to a stream. */
public final class Storing {

    private static final Set<String> DOUBTFUL = Set.of("publish.unstored", "publish.unconfirmed", "publish.no-ack");

    private final Draft draft;
    private final CompletableFuture<Message> answer;
    private final Clock clock;
    private final long begun = System.nanoTime();

    Storing(Draft draft, CompletableFuture<Message> answer, Clock clock) {
        this.draft = draft;
        this.answer = answer;
        this.clock = clock;
    }

    public Draft draft() {
        return draft;
    }

    /** Whether it may or may not be stored, after this failure. */
    public static boolean isDoubtful(Failure failure) {
        return DOUBTFUL.contains(failure.key());
    }

    /**
     * Waits for the stream's answer.
     *
     * @param patience the longest wait
     * @throws Failure as {@link StreamPublisher#publish}
     */
    public Stored await(Duration patience) throws InterruptedException {
        try {
            Message message = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            byte[] said = message.getData() == null ? new byte[0] : message.getData();
            var after = Duration.ofNanos(System.nanoTime() - begun);
            return PubAck.read(draft, new Reply(1, clock.instant(), after, null, List.of(), said));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (CancellationException | TimeoutException e) {
            throw Failure.because(e, "publish.unstored", draft.subject(), StreamPublisher.PATIENCE.toSeconds());
        }
    }

    private Failure failure(@Nullable Throwable cause) {
        if (cause instanceof RequestFailureException refused) {
            return switch (refused.getReason()) {
                case NO_RESPONDERS -> Failure.because(refused, "publish.nobody-stores", draft.subject());
                case TIMEOUT ->
                    Failure.because(refused, "publish.unstored", draft.subject(), StreamPublisher.PATIENCE.toSeconds());
                default -> Failure.because(refused, "publish.unconfirmed", draft.subject());
            };
        }
        return cause == null
                ? Failure.of("publish.unconfirmed", draft.subject())
                : Failure.because(cause, "publish.unconfirmed", draft.subject());
    }
}
