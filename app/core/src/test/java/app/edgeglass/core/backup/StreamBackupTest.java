package app.edgeglass.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.backup.StreamRestore.Restored;
import app.edgeglass.core.backup.StreamSave.Saved;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Message;
import io.nats.client.impl.NatsMessage;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saves streams of real servers and restores them, also over bad links and from damaged files. */
class StreamBackupTest {

    private static final StreamSave SAVE = new StreamSave(Clock.systemUTC());

    @TempDir
    Path folder;

    private static Session open(String url) {
        var session = new Session(Profile.of(url), Clock.systemUTC());
        session.open();
        return session;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    /** By the other party, with plain requests. */
    private static ObjectNode ask(TestClient client, String verb, String body) {
        return new ApiClient(client).ask(verb, body);
    }

    private static void fill(TestClient client, String subject, int messages, int size) throws Exception {
        var random = new Random(1);
        for (int i = 0; i < messages; i++) {
            byte[] body = new byte[size];
            random.nextBytes(body);
            client.connection().publish(subject + "." + i % 10, body);
        }
        client.connection().flush(Duration.ofSeconds(10));
    }

    private static void awaitMessages(TestClient client, String stream, long messages) {
        await().until(() -> ask(client, "STREAM.INFO." + stream, "")
                        .path("state")
                        .path("messages")
                        .asLong()
                == messages);
    }

    private static ObjectNode message(TestClient client, String stream, long sequence) {
        return (ObjectNode) ask(client, "STREAM.MSG.GET." + stream, "{\"seq\":" + sequence + "}")
                .get("message");
    }

    private Saved save(Session session, String stream) {
        return SAVE.save(new StreamSave.Wish(new StreamRef(session, stream), folder, true, true), new BackupProgress());
    }

    private static Restored restore(Session session, Saved saved) {
        return new StreamRestore(session)
                .restore(
                        StreamRestore.Wish.asItWas(
                                BackupFolder.open(saved.backup().folder())),
                        new BackupProgress());
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatIsSavedComesBackAsItWas(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = open(server.url())) {
            ask(client, "STREAM.CREATE.ORDERS", """
                    {"name":"ORDERS","subjects":["orders.>"],"storage":"file","compression":"s2","num_replicas":1,
                     "max_msgs_per_subject":-1,"metadata":{"team":"field"},"description":"as it was"}""");
            ask(client, "CONSUMER.DURABLE.CREATE.ORDERS.worker", """
                    {"stream_name":"ORDERS","config":{"durable_name":"worker","ack_policy":"explicit"}}""");
            fill(client, "orders", 400, 3_000);
            var headers = new io.nats.client.impl.Headers().add("Trace", "a", "b");
            client.connection()
                    .publish(NatsMessage.builder()
                            .subject("orders.last")
                            .headers(headers)
                            .data("the last")
                            .build());
            client.connection().flush(Duration.ofSeconds(5));
            awaitMessages(client, "ORDERS", 401);
            ask(client, "STREAM.MSG.DELETE.ORDERS", "{\"seq\":7}");
            var pull = client.connection()
                    .jetStream()
                    .subscribe(null, io.nats.client.PullSubscribeOptions.bind("ORDERS", "worker"));
            for (Message message : pull.fetch(5, Duration.ofSeconds(5))) {
                message.ackSync(Duration.ofSeconds(5));
            }
            ObjectNode before = ask(client, "STREAM.INFO.ORDERS", "");
            var messages = new ArrayList<ObjectNode>();
            for (long sequence : new long[] {1, 6, 8, 200, 401}) {
                messages.add(message(client, "ORDERS", sequence));
            }

            var progress = new BackupProgress();
            Saved saved =
                    SAVE.save(new StreamSave.Wish(new StreamRef(session, "ORDERS"), folder, true, true), progress);
            ask(client, "STREAM.DELETE.ORDERS", "");
            Restored restored = restore(session, saved);

            assertThat(progress.done())
                    .isGreaterThanOrEqualTo(before.path("state").path("bytes").asLong() / 2);
            assertThat(progress.moved()).isEqualTo(saved.backup().size());
            assertThat(left()).hasSize(1).allMatch(name -> name.startsWith("ORDERS-"));
            assertThat(saved.archive().kind())
                    .isEqualTo(version == ServerVersion.V2_10 ? ArchiveKind.TAR : ArchiveKind.ENTRIES);
            assertThat(saved.archive().consumers()).containsExactly("worker");
            assertThat(saved.archive().messages().orElse(400)).isEqualTo(400);
            assertThat(restored).isEqualTo(new Restored("ORDERS", 400, restored.bytes(), 1, 400));
            ObjectNode after = ask(client, "STREAM.INFO.ORDERS", "");
            assertThat(after.get("config")).isEqualTo(before.get("config"));
            for (String field : List.of("messages", "bytes", "first_seq", "last_seq", "last_ts", "num_deleted")) {
                assertThat(after.path("state").path(field))
                        .as(field)
                        .isEqualTo(before.path("state").path(field));
            }
            for (ObjectNode message : messages) {
                assertThat(message(client, "ORDERS", message.path("seq").asLong()))
                        .isEqualTo(message);
            }
            ObjectNode worker = ask(client, "CONSUMER.INFO.ORDERS.worker", "");
            assertThat(worker.path("ack_floor").path("stream_seq").asLong()).isEqualTo(5);
            assertThat(worker.path("num_pending").asLong()).isEqualTo(395);

            // Where one is already.
            assertThat(catchThrowableOfType(Failure.class, () -> restore(session, saved))
                            .key())
                    .isEqualTo("restore.name-taken");
            assertThat(ask(client, "STREAM.INFO.ORDERS", "").get("state")).isEqualTo(after.get("state"));

            underAnotherName(version, client, session, saved);
        }
    }

    private static void underAnotherName(ServerVersion version, TestClient client, Session session, Saved saved) {
        var wish = new StreamRestore.Wish(saved.backup(), "COPY", List.of("copied.>"), 1);
        if (version == ServerVersion.V2_10) {
            assertThat(catchThrowableOfType(
                                    Failure.class, () -> new StreamRestore(session).restore(wish, new BackupProgress()))
                            .key())
                    .isEqualTo("restore.name-fixed");
            return;
        }
        Restored copy = new StreamRestore(session).restore(wish, new BackupProgress());

        assertThat(copy.messages()).isEqualTo(400);
        assertThat(message(client, "COPY", 401)).isEqualTo(message(client, "ORDERS", 401));
        assertThat(ask(client, "STREAM.INFO.COPY", "")
                        .path("config")
                        .path("subjects")
                        .path(0)
                        .asString())
                .isEqualTo("copied.>");
    }

    /** Only servers from 2.15 on can; the others say that they cannot. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void streamsInMemory(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = open(server.url())) {
            ask(
                    client,
                    "STREAM.CREATE.QUICK",
                    "{\"name\":\"QUICK\",\"subjects\":[\"quick.>\"],\"storage\":\"memory\"}");
            fill(client, "quick", 20, 50);
            awaitMessages(client, "QUICK", 20);
            if (version == ServerVersion.V2_10) {
                assertThat(catchThrowableOfType(Failure.class, () -> save(session, "QUICK"))
                                .key())
                        .isEqualTo("backup.in-memory");
                assertThat(left()).isEmpty();
                return;
            }
            Saved saved = save(session, "QUICK");
            ask(client, "STREAM.DELETE.QUICK", "");

            assertThat(restore(session, saved).messages()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aDamagedArchiveIsFoundBeforeTheServerIsAsked(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = open(server.url())) {
            ask(client, "STREAM.CREATE.A", "{\"name\":\"A\",\"subjects\":[\"a.>\"],\"storage\":\"file\"}");
            fill(client, "a", 300, 500);
            awaitMessages(client, "A", 300);
            Saved saved = save(session, "A");
            ask(client, "STREAM.DELETE.A", "");
            Path archive = saved.backup().archive();
            byte[] whole = Files.readAllBytes(archive);

            for (int place : new int[] {12, whole.length / 2, whole.length - 6}) {
                try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
                    file.seek(place);
                    file.write(whole[place] ^ 0x10);
                }
                assertThatThrownBy(() -> restore(session, saved))
                        .as("byte %d", place)
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.key()).isIn("backup.damaged", "backup.changed"));
                Files.write(archive, whole);
            }
            Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
            assertThat(catchThrowableOfType(Failure.class, () -> restore(session, saved))
                            .key())
                    .isEqualTo("backup.damaged");
            // One that is whole, but of something else: only the digest tells.
            Files.write(archive, whole);
            Path meta = saved.backup().folder().resolve(BackupFolder.META);
            String described = Files.readString(meta);
            String digest = saved.backup().digest().orElseThrow();
            Files.writeString(meta, described.replace(digest, "0".repeat(64)));
            assertThat(catchThrowableOfType(Failure.class, () -> restore(session, saved))
                            .key())
                    .isEqualTo("backup.changed");
            assertThatThrownBy(() -> new JetStreamApi(session).read("STREAM.INFO.A", null))
                    .matches(failure -> ApiError.is(failure, ApiError.STREAM_NOT_FOUND));

            // As the CLI saves one: without anything of ours.
            ObjectNode plain = json(described);
            plain.remove(BackupFolder.OWN);
            Files.writeString(meta, plain.toString());
            assertThat(restore(session, saved).messages()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aTransferThatIsCutLeavesNothingUnsaid(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var link = FaultyLink.to(server);
                var client = TestClient.connect(server.url());
                var session = open(link.url())) {
            ask(client, "STREAM.CREATE.BIG", "{\"name\":\"BIG\",\"subjects\":[\"big.>\"],\"storage\":\"file\"}");
            fill(client, "big", 400, 20_000);
            awaitMessages(client, "BIG", 400);
            Saved saved = save(session, "BIG");
            ObjectNode state = (ObjectNode) ask(client, "STREAM.INFO.BIG", "").get("state");
            long half = saved.backup().size() / 2;

            link.throttle(16 << 20);
            var saving = new BackupProgress();
            var cut = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    Failure.class,
                    () -> SAVE.save(new StreamSave.Wish(new StreamRef(session, "BIG"), folder, true, false), saving)));
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> saving.moved() > half);
            link.cut();
            assertThat(cut.get(20, TimeUnit.SECONDS).key()).isIn("backup.cut", "backup.closed");
            assertThat(left()).hasSize(1);
            assertThat(ask(client, "STREAM.INFO.BIG", "").get("state")).isEqualTo(state);

            await().until(() -> session.state() instanceof SessionState.Live);
            ask(client, "STREAM.DELETE.BIG", "");
            var restoring = new BackupProgress();
            var broken = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    Failure.class,
                    () -> new StreamRestore(session).restore(StreamRestore.Wish.asItWas(saved.backup()), restoring)));
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> restoring.moved() > half);
            link.down();
            Failure said = broken.get(20, TimeUnit.SECONDS);
            assertThat(said.key()).isEqualTo("restore.unknown");
            assertThat(said.sentence()).contains("BIG", "broke");

            // When it is back, a stream that was restored to a half only stands there or does not: it can be seen.
            link.up();
            link.heal();
            await().atMost(Duration.ofSeconds(20)).until(() -> session.state() instanceof SessionState.Live);
            String there = info(client, "BIG");
            assertThat(there).contains(version == ServerVersion.V2_10 ? "stream not found" : "\"config\"");
        }
    }

    private static String info(TestClient client, String stream) {
        return new ApiClient(client).answer("STREAM.INFO." + stream, "").toString();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatIsCancelledSaysWhatIsLeft(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var link = FaultyLink.to(server);
                var client = TestClient.connect(server.url());
                var session = open(link.url())) {
            ask(client, "STREAM.CREATE.BIG", "{\"name\":\"BIG\",\"subjects\":[\"big.>\"],\"storage\":\"file\"}");
            fill(client, "big", 400, 20_000);
            awaitMessages(client, "BIG", 400);
            Saved saved = save(session, "BIG");
            long half = saved.backup().size() / 2;
            link.throttle(16 << 20);

            var saving = new BackupProgress();
            var cancelled = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    Failure.class,
                    () -> SAVE.save(new StreamSave.Wish(new StreamRef(session, "BIG"), folder, true, false), saving)));
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> saving.moved() > half);
            saving.cancel();
            assertThat(cancelled.get(20, TimeUnit.SECONDS).key()).isEqualTo("backup.cancelled");
            assertThat(left()).hasSize(1);

            ask(client, "STREAM.DELETE.BIG", "");
            var restoring = new BackupProgress();
            var stopped = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    Failure.class,
                    () -> new StreamRestore(session).restore(StreamRestore.Wish.asItWas(saved.backup()), restoring)));
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> restoring.moved() > half);
            restoring.cancel();
            Failure said = stopped.get(20, TimeUnit.SECONDS);
            // The older server stages all of it before it makes a stream; the newer one fills it as it comes.
            assertThat(said.key()).isEqualTo(version == ServerVersion.V2_10 ? "restore.nothing" : "restore.partly");
            assertThat(said.sentence()).contains("cancelled");
            if (version == ServerVersion.NEWEST) {
                new StreamRestore(session).removePart("BIG", "");
            }
            assertThat(info(client, "BIG")).contains("stream not found");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whoMayNotIsTold(ServerVersion version) throws Exception {
        String users = """
                authorization { users: [ {user: all, password: p},
                  {user: asks, password: p, permissions: {publish: {deny: ["$JS.API.STREAM.SNAPSHOT.>"]}}},
                  {user: moves, password: p, permissions: {publish: {deny: ["$JS.SNAPSHOT.>"]}}} ] }""";
        try (var server = TestServer.start(version, users);
                var client = TestClient.connect(server.url().replace("//", "//all:p@"));
                var all = open(server.url().replace("//", "//all:p@"));
                var asks = open(server.url().replace("//", "//asks:p@"));
                var moves = open(server.url().replace("//", "//moves:p@"))) {
            ask(client, "STREAM.CREATE.A", "{\"name\":\"A\",\"subjects\":[\"a.>\"],\"storage\":\"file\"}");
            fill(client, "a", 100, 20_000);
            awaitMessages(client, "A", 100);

            assertThat(catchThrowableOfType(Failure.class, () -> save(asks, "A"))
                            .key())
                    .isEqualTo("jetstream.denied");
            Failure failure = catchThrowableOfType(Failure.class, () -> save(moves, "A"));
            assertThat(failure.key()).isEqualTo("backup.denied");
            assertThat(failure.sentence()).contains("$JS.SNAPSHOT.ACK.A.");
            assertThat(left()).isEmpty();

            Saved saved = save(all, "A");
            ask(client, "STREAM.DELETE.A", "");
            Failure restore = catchThrowableOfType(Failure.class, () -> restore(moves, saved));
            assertThat(restore.key()).isEqualTo("restore.nothing");
            assertThat(restore.sentence()).contains("$JS.SNAPSHOT.RESTORE.A.");
        }
    }

    @Test
    void aFullDiskLeavesNothing() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var session = open(server.url())) {
            ask(client, "STREAM.CREATE.A", "{\"name\":\"A\",\"subjects\":[\"a.>\"],\"storage\":\"file\"}");
            fill(client, "a", 300, 5_000);
            awaitMessages(client, "A", 300);
            var save = new StreamSave(Clock.systemUTC(), file -> new FullDisk(Files.newOutputStream(file), 500_000));

            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> save.save(
                            new StreamSave.Wish(new StreamRef(session, "A"), folder, true, false),
                            new BackupProgress()));

            assertThat(failure.key()).isEqualTo("backup.unwritten");
            assertThat(failure.sentence()).contains("No space left");
            assertThat(left()).isEmpty();
        }
    }

    private static final class FullDisk extends FilterOutputStream {

        private long room;

        FullDisk(OutputStream out, long room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, from, length);
        }
    }
}
