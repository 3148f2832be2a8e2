package app.edgeglass.core.backup;

import app.edgeglass.core.connection.ServerErrors;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.error.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks after a transfer: that nobody has cancelled it, that it goes on, and that the connection is still the one it began
 * on, since what was sent while there was none is lost.
 */
final class Watch implements AutoCloseable {

    /** The server itself gives up after seconds, and says so; this is for one that says nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Duration LOOK = Duration.ofMillis(100);

    private final Session session;
    private final SessionState begun;
    private final BackupProgress progress;
    private final ServerErrors.Hearing hearing;
    private volatile @Nullable String refused;
    private long moved = System.nanoTime();

    /** @param subjects as a subject of the transfer begins, on which this user may not be allowed to publish */
    Watch(Session session, BackupProgress progress, String subjects) {
        this.session = session;
        this.progress = progress;
        this.begun = session.state();
        this.hearing = session.serverErrors().listen(complaint -> {
            int at = complaint.indexOf(subjects);
            if (at >= 0) {
                int end = complaint.indexOf('"', at);
                refused = complaint.substring(at, end < 0 ? complaint.length() : end);
            }
        });
    }

    /** Something has come. */
    void moved() {
        moved = System.nanoTime();
    }

    /** @throws Failure when there is no reason to wait any longer */
    void look() {
        lookWithoutHaste();
        if (System.nanoTime() - moved > PATIENCE.toNanos()) {
            throw Failure.of("backup.stalled", session.profile().name(), PATIENCE.toSeconds());
        }
    }

    /** As {@link #look}, where the server may take its time. */
    void lookWithoutHaste() {
        if (progress.isCancelled()) {
            throw Failure.of("backup.cancelled");
        }
        String subject = refused;
        if (subject != null) {
            throw Failure.of("backup.denied", subject);
        }
        if (!(session.state() instanceof SessionState.Live) || !session.state().equals(begun)) {
            throw Failure.of("backup.cut", session.profile().name());
        }
    }

    @Override
    public void close() {
        hearing.close();
    }
}
