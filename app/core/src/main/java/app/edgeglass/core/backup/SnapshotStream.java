package app.edgeglass.core.backup;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.error.Failure;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.support.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/**
 * The chunks of a snapshot as they come. Each is acknowledged when it is taken, on the reply subject that it brings, and only
 * then comes another: so no more is on the way than the server’s window.
 */
final class SnapshotStream extends InputStream {

    private static final int NOTHING_MORE = 204;

    private final Permit permit;
    private final Subscription subscription;
    private final Watch watch;
    private final BackupProgress progress;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    SnapshotStream(Permit permit, Subscription subscription, Watch watch, BackupProgress progress) {
        this.permit = permit;
        this.subscription = subscription;
        this.watch = watch;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, from, some);
        at += some;
        return some;
    }

    private boolean fill() {
        while (at == chunk.length && !ended) {
            try {
                Message message = subscription.nextMessage(Watch.LOOK);
                if (message == null) {
                    watch.look();
                } else {
                    watch.lookWithoutHaste();
                    watch.moved();
                    take(message);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (IllegalStateException e) {
                // The client’s word for a subscription, or a connection, that is closed.
                throw Failure.because(e, "backup.closed");
            }
        }
        return at < chunk.length;
    }

    private void take(Message message) {
        byte[] data = message.getData();
        if (data == null || data.length == 0) {
            Status status = message.getStatus();
            if (status != null && status.getCode() != NOTHING_MORE) {
                throw Failure.of("backup.given-up", status.getCode() + " " + status.getMessage());
            }
            ended = true;
            return;
        }
        String reply = message.getReplyTo();
        if (reply != null) {
            acknowledge(permit, reply);
        }
        chunk = data;
        at = 0;
        progress.move(data.length);
    }

    private static void acknowledge(Permit permit, String reply) {
        permit.connection().publish(reply, new byte[0]);
    }
}
