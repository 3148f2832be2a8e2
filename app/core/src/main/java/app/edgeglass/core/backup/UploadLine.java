package app.edgeglass.core.backup;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.support.Status;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a backup chunk by chunk to where the server wants it. Each is answered; some are under way at once, so that a long
 * way does not make it slow, and no more than that, so that memory stays bounded and a refusal is heard early.
 */
final class UploadLine implements AutoCloseable {

    private static final int UNDER_WAY = 8;

    private final Permit permit;
    private final String upload;
    private final Watch watch;
    private final String inbox;
    private final Subscription answers;
    private int waiting;

    UploadLine(Permit permit, String upload, Watch watch) {
        this.permit = permit;
        Connection connection = permit.connection();
        this.upload = upload;
        this.watch = watch;
        this.inbox = connection.createInbox();
        this.answers = connection.subscribe(inbox);
    }

    void send(byte[] chunk) {
        while (waiting >= UNDER_WAY) {
            hear(next(true));
        }
        publish(permit, chunk);
    }

    /** Says that this was all, and waits for the stream. */
    ObjectNode finish() {
        publish(permit, new byte[0]);
        while (true) {
            // The last answer comes when all is in place, which may take long.
            ObjectNode json = hear(next(waiting > 1));
            if (json != null) {
                return json;
            }
        }
    }

    private void publish(Permit allowed, byte[] chunk) {
        watch.lookWithoutHaste();
        try {
            allowed.connection().publish(upload, inbox, chunk);
        } catch (IllegalStateException e) {
            throw Failure.because(e, "backup.closed");
        }
        waiting++;
    }

    private Message next(boolean soon) {
        try {
            watch.moved();
            while (true) {
                Message answer = answers.nextMessage(Watch.LOOK);
                if (answer != null) {
                    return answer;
                }
                if (soon) {
                    watch.look();
                } else {
                    watch.lookWithoutHaste();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (IllegalStateException e) {
            throw Failure.because(e, "backup.closed");
        }
    }

    /** @return the stream, when it is the last answer */
    private @Nullable ObjectNode hear(Message answer) {
        waiting--;
        Status status = answer.getStatus();
        if (status != null) {
            // Nobody listens there any more.
            throw Failure.of("backup.given-up", status.getCode() + " " + status.getMessage());
        }
        byte[] said = answer.getData();
        if (said == null || said.length == 0) {
            return null;
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(said);
            if (json.get("error") instanceof ObjectNode error) {
                throw Failure.of("backup.given-up", error.path("description").asString(""));
            }
            if (json instanceof ObjectNode info) {
                return info;
            }
        } catch (JacksonException e) {
            // Such as -ERR and what it was.
        }
        throw Failure.of("backup.given-up", new String(said, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        if (answers.isActive()) {
            answers.unsubscribe();
        }
    }
}
