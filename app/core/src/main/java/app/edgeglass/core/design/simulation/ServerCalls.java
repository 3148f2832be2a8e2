package app.edgeglass.core.design.simulation;

import app.edgeglass.core.error.Failure;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that wait for the server's answer, with its refusals as sentences. */
final class ServerCalls {

    /** No such stream, consumer, message: see the server's errors.json. */
    private static final Set<Integer> NOT_FOUND = Set.of(10059, 10014, 10037);
    /** JetStream is not enabled for the account, or not at all. */
    private static final Set<Integer> NO_JETSTREAM = Set.of(10039, 10076);

    private final String world;

    /** @param world the title of the design, for the sentences */
    ServerCalls(String world) {
        this.world = world;
    }

    interface Call<T extends @Nullable Object> {
        T run() throws IOException, JetStreamApiException;
    }

    interface Act {
        void run() throws IOException, JetStreamApiException;
    }

    /** What the server has; none when it says that there is no such thing. */
    <T> Optional<T> find(String what, Call<@Nullable T> call) {
        try {
            return Optional.ofNullable(call.run());
        } catch (JetStreamApiException e) {
            if (NOT_FOUND.contains(e.getApiErrorCode())) {
                return Optional.empty();
            }
            throw refused(what, e);
        } catch (IOException e) {
            throw unanswered(what, e);
        }
    }

    /** @param what is created, for the sentence when it is refused */
    void create(String what, Act act) {
        try {
            act.run();
        } catch (JetStreamApiException e) {
            throw refused(what, e);
        } catch (IOException e) {
            throw unanswered(what, e);
        }
    }

    private Failure refused(String what, JetStreamApiException e) {
        if (NO_JETSTREAM.contains(e.getApiErrorCode())) {
            return Failure.because(e, "design.no-jetstream", world);
        }
        String said = String.valueOf(e.getErrorDescription());
        return Failure.because(e, "design.refused", what, said, Integer.toString(e.getApiErrorCode()));
    }

    private Failure unanswered(String what, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return Failure.because(e, "design.broken-off", world);
        }
        if (e.getCause() instanceof JetStreamApiException refusal) {
            return refused(what, refusal);
        }
        return Failure.because(e, "design.no-answer", what);
    }
}
