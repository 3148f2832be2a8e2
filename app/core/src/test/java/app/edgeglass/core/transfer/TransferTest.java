package app.edgeglass.core.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static void assertFails(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    private static String keyOf(TransferEnd end) {
        return end.why().map(Failure::key).orElse("");
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void writesAFileAndReadsItAgainToTheByte(ServerVersion version) throws Exception {
        try (var streams = Streams.on(version)) {
            StreamRef orders = streams.add(StreamConfiguration.builder()
                    .name("ORDERS")
                    .subjects("orders.>")
                    .allowRollup(true));
            streams.publish("orders.a", "before the range".getBytes(UTF_8));
            streams.publish(
                    "orders.münchen",
                    "{\"a\":\"ü\"}\n".getBytes(UTF_8),
                    "Trace",
                    "1",
                    "Trace",
                    "2",
                    "Nats-Msg-Id",
                    "m2");
            streams.publish("orders.raw", new byte[] {0, (byte) 0xFF, (byte) 0xC3, '\r', '\n'});
            streams.publish("orders.gone", new byte[0]);
            streams.publish("orders.b", new byte[0], "Nats-Expected-Last-Sequence", "4", "Nats-Rollup", "sub");
            streams.publish("orders.after", "behind the range".getBytes(UTF_8));
            streams.other().connection().jetStreamManagement().deleteMessage("ORDERS", 4);

            Path file = folder.resolve("orders.ndjson");
            var export = new StreamExport(orders, new Selection(2, 5, ">"));
            assertThat(export.toFile(file).messages()).isEqualTo(3);
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst())
                    .startsWith("{\"stream\":\"ORDERS\",\"sequence\":2,\"time\":\"")
                    .contains("\"subject\":\"orders.münchen\"", "[\"Trace\",\"1\"],[\"Trace\",\"2\"]");
            assertThat(lines.get(1)).contains("\"base64\":\"AP/DDQo=\"");

            StreamRef copy = streams.add("COPY", "copy.>");
            var to = Destination.of(copy, new Renaming("orders", "copy.of"));
            var imported = new ImportFile(file);
            assertThat(imported.look(to))
                    .isEqualTo(new ImportFile.Summary(
                            3, 16, 0, "", imported.look(to).largest(), java.util.Optional.empty()));
            assertThat(streams.messages("COPY")).isZero();
            TransferEnd end = new StreamImport(imported, to, 3, CLOCK).run(1);
            assertThat(end).isEqualTo(new TransferEnd(3, 0, 0, 0, 3, java.util.Optional.empty(), false));

            var first = streams.message("COPY", 1);
            assertThat(first.getSubject()).isEqualTo("copy.of.münchen");
            assertThat(first.getData()).isEqualTo("{\"a\":\"ü\"}\n".getBytes(UTF_8));
            assertThat(Objects.requireNonNull(first.getHeaders()).get("Trace")).containsExactly("1", "2");
            assertThat(Objects.requireNonNull(first.getHeaders()).getFirst("Nats-Msg-Id"))
                    .isEqualTo("m2");
            assertThat(streams.message("COPY", 2).getData())
                    .isEqualTo(new byte[] {0, (byte) 0xFF, (byte) 0xC3, '\r', '\n'});
            // What told its stream to forget older messages is not done once more.
            assertThat(Objects.requireNonNull(streams.message("COPY", 3).getHeaders())
                            .getFirst("Nats-Rollup"))
                    .isNull();

            // The same file once more stores nothing twice.
            assertThat(new StreamImport(imported, to, 3, CLOCK).run(1).duplicates())
                    .isEqualTo(3);
            assertThat(streams.messages("COPY")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void stopsAtWhatCannotBeStoredAndGoesOnBehindIt(ServerVersion version) throws Exception {
        try (var streams = Streams.on(version)) {
            StreamRef small = streams.add(
                    StreamConfiguration.builder().name("SMALL").subjects("a.>").maximumMessageSize(200));
            streams.add("OTHER", "b.>");
            Path file = folder.resolve("some.ndjson");
            Files.write(
                    file,
                    List.of(
                            "{\"number\":1,\"subject\":\"a.1\",\"text\":\"one\"}",
                            "{\"gap\":1,\"from\":\"2026-11-22T10:00:00Z\"}",
                            "{\"number\":2,\"subject\":\"a.2\",\"text\":\"" + "x".repeat(300) + "\"}",
                            "{\"number\":3,\"subject\":\"a.3\",\"text\":\"three\"}",
                            "{\"number\":4,\"subject\":\"b.4\",\"text\":\"another stream’s\"}",
                            "{\"number\":5,\"subject\":\"a.5\"}"));
            var to = Destination.of(small, Renaming.NONE);
            var imported = new ImportFile(file);
            ImportFile.Summary summary = imported.look(to);
            assertThat(summary.messages()).isEqualTo(4);
            assertThat(summary.notTaken()).isEqualTo(1);
            assertThat(summary.example()).isEqualTo("b.4");
            assertThat(summary.broken().orElseThrow().sentence()).contains("Line 6");

            // What was under way behind the refused one is stored, and said to be.
            TransferEnd end = new StreamImport(imported, to, 4, CLOCK).run(1);
            assertThat(keyOf(end)).isIn("transfer.not-taken", "publish.stream-message-size");
            assertThat(end.reached()).isEqualTo(1);
            assertThat(end.stored()).isEqualTo(2);
            assertThat(end.later()).isEqualTo(1);
            assertThat(streams.messages("SMALL")).isEqualTo(2);

            TransferEnd next = new StreamImport(imported, to, 4, CLOCK).run(4);
            assertThat(keyOf(next)).isEqualTo("transfer.not-taken");
            assertThat(next.reached()).isEqualTo(4);
            assertThat(next.duplicates()).isEqualTo(1);
            TransferEnd last = new StreamImport(imported, to, 4, CLOCK).run(6);
            assertThat(keyOf(last)).isEqualTo("transfer.line");
            assertThat(streams.messages("OTHER")).isZero();

            assertFails("transfer.file-missing", () -> new ImportFile(folder.resolve("none")).look(to));
            Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});
            assertThat(new ImportFile(file).look(to).broken()).isPresent();
            streams.add(StreamConfiguration.builder()
                    .name("SHUT")
                    .mirror(io.nats.client.api.Mirror.builder()
                            .sourceName("SMALL")
                            .build()));
            assertFails(
                    "transfer.takes-nothing",
                    () -> Destination.of(new StreamRef(streams.session(), "SHUT"), Renaming.NONE));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void copiesToAnotherServerAndCanBeBrokenOff(ServerVersion version) throws Exception {
        try (var here = Streams.on(version);
                var there = Streams.on(ServerVersion.NEWEST)) {
            StreamRef from = here.add("S", "s.>");
            here.fill("s.a", 4_000);
            here.fill("s.b", 1_000);
            StreamRef target = there.add("S", "s.>");
            var to = Destination.of(target, Renaming.NONE);

            var copy = new StreamCopy(from, Selection.ALL, to, CLOCK);
            var end = new AtomicReference<TransferEnd>();
            Thread working = Thread.ofPlatform().start(() -> end.set(copy.run()));
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> copy.progress().messages() > 300);
            copy.cancel();
            working.join(20_000);
            TransferEnd broken = end.get();
            assertThat(broken.cancelled()).isTrue();
            assertThat(broken.doubtful()).isZero();
            assertThat(there.messages("S")).isEqualTo(broken.stored()).isLessThan(5_000);
            assertThat(broken.reached()).isEqualTo(broken.stored());

            TransferEnd rest = new StreamCopy(from, new Selection(broken.reached() + 1, 5_000, ">"), to, CLOCK).run();
            assertThat(rest.isComplete()).isTrue();
            assertThat(rest.duplicates()).isZero();
            assertThat(there.messages("S")).isEqualTo(5_000);
            for (long sequence : new long[] {1, broken.reached(), broken.reached() + 1, 4_000, 4_001, 5_000}) {
                assertThat(there.message("S", sequence).getData())
                        .isEqualTo(here.message("S", sequence).getData());
            }

            // Within one stream, of one subject only, under another name.
            var within = Destination.of(from, new Renaming("s.b", "s.c"));
            assertThat(new StreamCopy(from, new Selection(1, Long.MAX_VALUE, "s.b"), within, CLOCK)
                            .run()
                            .stored())
                    .isEqualTo(1_000);
            assertThat(here.messages("S")).isEqualTo(6_000);
        }
    }

    @Test
    void saysWhatIsInDoubtWhenTheConnectionBreaks() throws Exception {
        try (var here = Streams.on(ServerVersion.NEWEST);
                var there = Streams.on(ServerVersion.NEWEST)) {
            StreamRef from = here.add("S", "s.>");
            here.fill("s.a", 30_000);
            var to = Destination.of(there.add("S", "s.>"), Renaming.NONE);
            var copy = new StreamCopy(from, Selection.ALL, to, CLOCK);
            CompletableFuture<TransferEnd> running = CompletableFuture.supplyAsync(copy::run);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> copy.progress().messages() > 500);
            there.server().kill();
            TransferEnd end = running.get(30, java.util.concurrent.TimeUnit.SECONDS);

            assertThat(end.isComplete()).isFalse();
            assertThat(keyOf(end)).matches("publish\\..*|session.not-live");
            there.server().restart();
            await().atMost(SOON).until(() -> there.session().state() instanceof SessionState.Live);
            try (var other = TestClient.connect(there.server().url())) {
                long stored = other.connection()
                        .jetStreamManagement()
                        .getStreamInfo("S")
                        .getStreamState()
                        .getMsgCount();
                assertThat(stored).isBetween(end.stored(), end.stored() + end.doubtful());
            }
            // An export whose connection breaks leaves no file.
            Path file = folder.resolve("cut.ndjson");
            Files.writeString(file, "before");
            var export = new StreamExport(from, Selection.ALL);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    export.toFile(file);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> export.progress().messages() > 0 || writing.isDone());
            here.server().kill();
            if (!writing.handle((done, e) -> e == null).join()) {
                assertThat(folder).isDirectoryContaining(each -> each.equals(file));
                assertThat(Files.readString(file)).isEqualTo("before");
            }
            try (var left = Files.list(folder)) {
                assertThat(left).hasSize(1);
            }
        }
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Path file = folder.resolve("x.ndjson");
        Files.writeString(file, "before");
        assertFails(
                "transfer.write",
                () -> FileBeside.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));
        assertThatThrownBy(() -> FileBeside.write(file, out -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertFails("transfer.folder", () -> FileBeside.write(folder.resolve("no/x"), out -> 1));
        assertThat(Files.readString(file)).isEqualTo("before");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
        assertThat(new Renaming("", "x").apply("a.b")).isEqualTo("x.a.b");
        assertThat(new Renaming("a", "").apply("a.b")).isEqualTo("b");
        assertThat(new Renaming("a.b", "c").apply("a.bc")).isEqualTo("a.bc");
        assertFails("subject.wildcard", () -> new Renaming("a.*", "c"));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void deletesOneMessageAndErasesAnother(ServerVersion version) throws Exception {
        try (var streams = Streams.on(version);
                var reader = Streams.open(Profile.of(streams.server().url()).withReadOnly(true));
                var production =
                        Streams.open(Profile.of(streams.server().url()).withEnvironment(Environment.PRODUCTION))) {
            StreamRef from = streams.add("S", "s.>");
            streams.fill("s.a", 3);
            new MessageDeletion(from, 1, 10, false).run("");
            new MessageDeletion(from, 2, 10, true).run("");
            assertThat(streams.messages("S")).isEqualTo(1);
            assertFails("jetstream.no-message", () -> new MessageDeletion(from, 2, 10, true).run(""));
            assertFails("guard.read-only", () -> new MessageDeletion(new StreamRef(reader, "S"), 3, 1, false).run(""));
            assertFails(
                    "guard.other-name",
                    () -> new MessageDeletion(new StreamRef(production, "S"), 3, 1, false).run("T"));
            assertThat(streams.messages("S")).isEqualTo(1);
            new MessageDeletion(new StreamRef(production, "S"), 3, 1, false).run("S");
            assertThat(streams.messages("S")).isZero();

            var to = Destination.of(new StreamRef(reader, "S"), Renaming.NONE);
            streams.fill("s.a", 1);
            assertThat(keyOf(new StreamCopy(from, Selection.ALL, to, CLOCK).run()))
                    .isEqualTo("guard.read-only");
        }
    }
}
