package app.edgeglass.core.backup;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.Account;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import io.nats.client.Connection;
import io.nats.client.Subscription;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saves a stream with all that is in it. What comes is written beside, read to its end on the way, so that a half of it is
 * known for one, and moved into place when all of it is there. Blocks, on the caller’s thread.
 */
public final class StreamSave {

    /** Before it answers, the server looks at what it has stored. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int CHUNK = 128 << 10;
    /**
     * How much is on the way at a time. The server’s own 8 MiB would keep everything else waiting on a slow link, the
     * client’s pings too, until it takes the connection for dead.
     */
    private static final int WINDOW = 1 << 20;
    /** Of nats-server 2.15. */
    private static final int LEVEL_OF_WINDOW = 5;

    private static final String ACKS = "$JS.SNAPSHOT.ACK.";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Clock clock;
    private final Opener files;

    /** Where bytes go; another one in a test of a full disk. */
    interface Opener {
        OutputStream create(Path file) throws IOException;
    }

    public StreamSave(Clock clock) {
        this(
                clock,
                file -> Channels.newOutputStream(
                        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    StreamSave(Clock clock, Opener files) {
        this.clock = clock;
        this.files = files;
    }

    /**
     * What is to be saved.
     *
     * @param parent the folder in which one is made
     * @param consumers whether with the consumers and their places
     * @param check whether a server before 2.15 is to check all messages first; a later one always does
     */
    public record Wish(StreamRef stream, Path parent, boolean consumers, boolean check) {}

    /** What was saved, and where. */
    public record Saved(BackupFolder backup, Archive archive) {}

    /** @throws Failure when it is not saved; nothing is left of it then */
    public Saved save(Wish wish, BackupProgress progress) {
        String name = Disk.safeName(wish.stream().name()) + "-" + STAMP.format(clock.instant());
        Path place = wish.parent().resolve(name);
        Path beside = wish.parent().resolve("." + name + ".part");
        try {
            Files.createDirectory(beside);
        } catch (IOException e) {
            throw Failure.because(e, "backup.unwritten", place, Disk.reason(e));
        }
        boolean done = false;
        try {
            Archive archive = receive(wish, beside, progress);
            Files.move(beside, place);
            done = true;
            return new Saved(BackupFolder.open(place), archive);
        } catch (DamagedArchive e) {
            throw Failure.because(e, "backup.not-whole", wish.stream().name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.because(e, "backup.unwritten", place, Disk.reason(e));
        } finally {
            if (!done) {
                Disk.remove(beside);
            }
        }
    }

    private Archive receive(Wish wish, Path folder, BackupProgress progress) throws IOException {
        var session = wish.stream().session();
        String stream = wish.stream().name();
        var api = new JetStreamApi(session, PATIENCE);
        Permit permit = session.guard().allow(Change.saveStream(stream));
        Connection connection = permit.connection();
        String inbox = connection.createInbox();
        Subscription subscription = connection.subscribe(inbox);
        try (var watch = new Watch(session, progress, ACKS)) {
            subscription.setPendingLimits(-1, -1);
            ObjectNode answer = ask(api, permit, wish, inbox);
            long expected = answer.path("state").path("bytes").asLong(0);
            progress.enter(BackupProgress.Stage.RECEIVING, expected);
            watch.moved();
            Path part = folder.resolve("archive");
            MessageDigest sum = Disk.sha256();
            Archive archive;
            try (OutputStream out = new BufferedOutputStream(files.create(part), CHUNK);
                    InputStream in =
                            new TeeStream(new SnapshotStream(permit, subscription, watch, progress), out, sum)) {
                archive = ArchiveScan.read(in, progress::reach);
            }
            force(part);
            Files.move(part, folder.resolve(archive.kind().fileName()));
            describe(
                    folder.resolve(BackupFolder.META),
                    answer,
                    archive,
                    HexFormat.of().formatHex(sum.digest()));
            return archive;
        } finally {
            if (subscription.isActive()) {
                subscription.unsubscribe();
            }
        }
    }

    private static ObjectNode ask(JetStreamApi api, Permit permit, Wish wish, String inbox) {
        String stream = wish.stream().name();
        try {
            ObjectNode question = question(wish, inbox);
            if (takesWindow(api)) {
                question.put("window_size", WINDOW);
            }
            return api.change(permit, "STREAM.SNAPSHOT." + stream, question);
        } catch (Failure failure) {
            // What a store in memory says of it before 2.15.
            if (ApiError.is(failure, ApiError.SNAPSHOT_FAILED)
                    && failure.sentence().contains("no impl")) {
                throw Failure.because(failure, "backup.in-memory", stream);
            }
            throw failure;
        }
    }

    /** Not every server does, and one that does not may refuse a field that it does not know. */
    private static boolean takesWindow(JetStreamApi api) {
        try {
            return Account.of(api).level() >= LEVEL_OF_WINDOW;
        } catch (Failure failure) {
            return false;
        }
    }

    private static ObjectNode question(Wish wish, String inbox) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("deliver_subject", inbox);
        question.put("chunk_size", CHUNK);
        if (!wish.consumers()) {
            question.put("no_consumers", true);
        }
        if (wish.check()) {
            question.put("jsck", true);
        }
        return question;
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void describe(Path file, ObjectNode answer, Archive archive, String digest) throws IOException {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set("config", answer.path("config"));
        json.set("state", answer.path("state"));
        ObjectNode own = json.putObject(BackupFolder.OWN);
        own.put("saved", clock.instant().toString());
        own.put(BackupFolder.DIGEST, digest);
        archive.messages().ifPresent(messages -> own.put("messages", messages));
        var consumers = own.putArray("consumers");
        archive.consumers().forEach(consumers::add);
        try (OutputStream out = files.create(file)) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        }
        force(file);
    }
}
