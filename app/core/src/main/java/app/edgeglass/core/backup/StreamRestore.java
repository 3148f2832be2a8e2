package app.edgeglass.core.backup;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a stream out of a backup. The archive is read and checked before the server is asked for anything. When something
 * breaks off after that, the server is asked what it has now, and the failure says it. Blocks, on the caller’s thread.
 */
public final class StreamRestore {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Less than the default of most servers, and no more than the server’s own size. */
    private static final int CHUNK = 128 << 10;

    private static final String UPLOADS = "$JS.SNAPSHOT.RESTORE.";

    private final Session session;

    public StreamRestore(Session session) {
        this.session = session;
    }

    /**
     * As what it is to be restored.
     *
     * @param name another one only where {@link ArchiveKind#takesOtherName}
     * @param subjects none leaves a stream that listens to its own name only, as the server has it
     */
    public record Wish(BackupFolder backup, String name, List<String> subjects, int replicas) {

        public Wish {
            subjects = List.copyOf(subjects);
        }

        /** Just as it was. */
        public static Wish asItWas(BackupFolder backup) {
            List<String> subjects = backup.configuration()
                    .path("subjects")
                    .valueStream()
                    .map(subject -> subject.asString(""))
                    .toList();
            return new Wish(
                    backup,
                    backup.name(),
                    subjects,
                    backup.configuration().path("num_replicas").asInt(1));
        }

        ObjectNode configuration() {
            ObjectNode wanted = backup.configuration().deepCopy();
            wanted.put("name", name);
            wanted.put("num_replicas", replicas);
            if (subjects.isEmpty()) {
                wanted.remove("subjects");
            } else {
                ArrayNode array = wanted.putArray("subjects");
                subjects.forEach(array::add);
            }
            return wanted;
        }
    }

    /**
     * What stands on the server now.
     *
     * @param messages by the server’s count; may be less than in the backup where limits or ages have taken some
     */
    public record Restored(String name, long messages, long bytes, int consumers, long expected) {}

    /** @throws Failure when it is not restored; the sentence says what is on the server then */
    public Restored restore(Wish wish, BackupProgress progress) {
        if (!wish.name().equals(wish.backup().name()) && !wish.backup().kind().takesOtherName()) {
            throw Failure.of("restore.name-fixed", wish.backup().name());
        }
        Archive archive = wish.backup().check(progress);
        Permit permit = session.guard().allow(Change.restoreStream(wish.name()));
        ObjectNode answer = ask(wish, permit);
        String upload = answer.path("deliver_subject").asString("");
        long expected = archive.messages().orElse(wish.backup().messages());
        ObjectNode info;
        try {
            info = send(wish.backup(), permit, upload, progress);
        } catch (Failure failure) {
            throw remains(wish, expected, failure);
        }
        return new Restored(
                wish.name(),
                info.path("state").path("messages").asLong(0),
                info.path("state").path("bytes").asLong(0),
                info.path("state").path("consumer_count").asInt(0),
                expected);
    }

    /** What a person is asked before the part is deleted that a failed restore has left. */
    public Confirmation confirmation(String name) {
        return session.guard().confirmation(Destruction.deleteStream(name, Loss.NONE));
    }

    /**
     * Deletes what a failed restore has left ({@code restore.partly}).
     *
     * @param typed as the {@link #confirmation} asks for it
     */
    public void removePart(String name, String typed) {
        Consent consent = session.guard().allow(Destruction.deleteStream(name, Loss.NONE), typed);
        new JetStreamApi(session, PATIENCE).destroy(consent, "STREAM.DELETE." + name, null);
    }

    private ObjectNode ask(Wish wish, Permit permit) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.set("config", wish.configuration());
        question.set("state", wish.backup().state());
        try {
            return new JetStreamApi(session, PATIENCE).change(permit, "STREAM.RESTORE." + wish.name(), question);
        } catch (Failure failure) {
            if (ApiError.is(failure, ApiError.STREAM_NAME_TAKEN) || ApiError.is(failure, ApiError.RESTORE_NAME_TAKEN)) {
                throw Failure.because(failure, "restore.name-taken", wish.name());
            }
            throw failure;
        }
    }

    private ObjectNode send(BackupFolder backup, Permit permit, String upload, BackupProgress progress) {
        try (var watch = new Watch(session, progress, UPLOADS);
                var line = new UploadLine(permit, upload, watch);
                InputStream in = Files.newInputStream(backup.archive())) {
            progress.enter(BackupProgress.Stage.SENDING, backup.size());
            long sent = 0;
            int most = (int) Math.min(CHUNK, permit.connection().getMaxPayload());
            for (byte[] chunk = in.readNBytes(most); chunk.length > 0; chunk = in.readNBytes(most)) {
                line.send(chunk);
                sent += chunk.length;
                progress.move(chunk.length);
                progress.reach(sent);
            }
            progress.enter(BackupProgress.Stage.SETTLING, 0);
            return line.finish();
        } catch (IOException e) {
            throw Failure.because(e, "backup.unreadable", backup.archive(), Disk.reason(e));
        }
    }

    /** What is on the server after a restore that did not come to its end, since it may be a part of the stream. */
    private Failure remains(Wish wish, long expected, Failure reason) {
        try {
            ObjectNode info = new JetStreamApi(session).read("STREAM.INFO." + wish.name(), null);
            return Failure.because(
                    reason,
                    "restore.partly",
                    wish.name(),
                    reason.sentence(),
                    info.path("state").path("messages").asLong(0),
                    expected);
        } catch (Failure failure) {
            return ApiError.is(failure, ApiError.STREAM_NOT_FOUND)
                    ? Failure.because(reason, "restore.nothing", wish.name(), reason.sentence())
                    : Failure.because(reason, "restore.unknown", wish.name(), reason.sentence());
        }
    }
}
