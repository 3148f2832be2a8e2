package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.browse.Row.Coming;
import app.edgeglass.core.browse.Row.Gone;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import io.nats.client.FetchConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads streams by each of the ways that a server offers, with the same result by all. */
class StreamReaderTest {

    private static final String ODD = "NATS/1.0\r\nNats-Stream: elsewhere\r\nNats-Sequence: 9\r\nOdd:  two\r\n\r\n";
    private static final String STATUS = "NATS/1.0 204 EOB\r\nA: b\r\n\r\n";

    private static List<Long> read(StreamRef stream, long from, long to, String pattern) {
        var sequences = new ArrayList<Long>();
        SequentialRead.Read read = new SequentialRead(stream).read(from, to, pattern, message -> {
            sequences.add(message.sequence());
            return true;
        });
        assertThat(read.finished()).isTrue();
        assertThat(read.messages()).isEqualTo(sequences.size());
        return sequences;
    }

    /** The rows from a sequence on, with all pages that they need. */
    private static List<Row> rows(StreamReader reader, long top, int count) {
        var lines = new Lines(reader);
        Lines.View view = lines.from(top, count);
        while (!view.missing().isEmpty()) {
            view.missing().forEach(reader::page);
            view = lines.from(top, count);
        }
        return view.rows();
    }

    private static List<String> said(List<Row> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case Row.Stored(StoredMessage message) -> Long.toString(message.sequence());
                    case Gone(long from, long to) -> from + "-" + to;
                    case Coming(long from) -> "?" + from;
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"NEWEST,true", "NEWEST,false", "V2_10,true", "V2_10,false"})
    void readsEveryPlaceWithItsGapsAndLeavesNothingBehind(ServerVersion version, boolean direct) {
        try (var there = new BrowsedStream(version, "\"allow_direct\":" + direct)) {
            there.fill(1_200, 0);
            try (var plain = new PlainClient(there.server().port())) {
                plain.publish("s.odd", ODD, "two".getBytes(UTF_8));
                plain.publish("s.status", STATUS, "three".getBytes(UTF_8));
                plain.publish("s.last", "");
                plain.flush();
            }
            Awaitility.await().until(() -> there.last() == 1_203);
            there.delete(5, 5);
            there.delete(250, 900);
            there.delete(1_203, 1_203);
            StreamRef stream = there.opened(Profile.of(there.server().url()).withReadOnly(true));
            try (var reader = new StreamReader(stream)) {
                Extent extent = reader.refresh();
                assertThat(extent.first()).isEqualTo(1);
                assertThat(extent.last()).isEqualTo(1_203);
                assertThat(extent.deleted()).isEqualTo(653);

                assertThat(reader.known(256)).isNull();
                assertThat(said(rows(reader, 3, 4))).containsExactly("3", "4", "5-5", "6");
                assertThat(said(rows(reader, 248, 5))).containsExactly("248", "249", "250-900", "901", "902");
                assertThat(said(rows(reader, 1_200, 9))).containsExactly("1200", "1201", "1202", "1203-1203");
                var lines = new Lines(reader);
                assertThat(lines.up(902, 3)).isEqualTo(249);
                assertThat(lines.down(248, 3)).isEqualTo(901);
                assertThat(lines.down(1_200, 50)).isEqualTo(1_203);
                assertThat(lines.topOfEnd(2)).isEqualTo(1_202);
                // From the middle of what is gone, without having seen where it begins.
                try (var fresh = new StreamReader(stream)) {
                    assertThat(said(fresh.page(700).rows()))
                            .startsWith("250-900")
                            .hasSizeLessThan(3);
                    assertThat(said(rows(fresh, 900, 2))).containsExactly("250-900", "901");
                }

                assertThat(reader.message(5)).isEmpty();
                StoredMessage odd = reader.message(1_201).orElseThrow();
                assertThat(new String(odd.headerBlock(), UTF_8)).isEqualTo(ODD);
                assertThat(new String(odd.payload(), UTF_8)).isEqualTo("two");
                assertThat(odd.subject()).isEqualTo("s.odd");
                assertThat(reader.page(1_201).row(1_201)).isInstanceOfSatisfying(Row.Stored.class, row -> {
                    assertThat(new String(row.message().headerBlock(), UTF_8)).isEqualTo(ODD);
                    assertThat(row.message().at()).isEqualTo(odd.at());
                });
                // By a batch, which ends with a status of its own, and by the leader.
                StoredMessage status = reader.message(1_202).orElseThrow();
                assertThat(new String(status.headerBlock(), UTF_8)).contains("A: b");
                assertThat(reader.page(1_202).row(1_202)).isInstanceOfSatisfying(Row.Stored.class, row -> {
                    assertThat(row.message().headerBlock()).isEqualTo(status.headerBlock());
                    assertThat(new String(row.message().payload(), UTF_8)).isEqualTo("three");
                });

                assertThat(reader.next("s.3", 251).orElseThrow().sequence()).isEqualTo(903);
                assertThat(reader.next("s.*", 5).orElseThrow().sequence()).isEqualTo(6);
                assertThat(reader.next("s.3", 1_200)).isEmpty();
                assertThat(reader.last("s.9").orElseThrow().sequence()).isEqualTo(1_199);
                for (long sequence : new long[] {1, 4, 6, 249, 901, 1_200}) {
                    Instant at = reader.message(sequence).orElseThrow().at();
                    StoredMessage found = reader.at(at).orElseThrow();
                    assertThat(found.at()).isEqualTo(at);
                    StoredMessage behind = reader.at(at.plusNanos(1)).orElseThrow();
                    assertThat(behind.at()).isAfter(at);
                    assertThat(read(stream, sequence + 1, behind.sequence(), ">"))
                            .allMatch(between -> between == behind.sequence()
                                    || reader.message(between)
                                            .orElseThrow()
                                            .at()
                                            .equals(at));
                }
                assertThat(reader.at(Instant.EPOCH).orElseThrow().sequence()).isEqualTo(1);
                assertThat(reader.at(extent.lastAt().plusSeconds(1))).isEmpty();
            }

            var left = new ArrayList<Long>();
            for (long i = 1; i <= 1_202; i++) {
                if (i != 5 && (i < 250 || i > 900)) {
                    left.add(i);
                }
            }
            assertThat(read(stream, 1, Long.MAX_VALUE, ">")).isEqualTo(left);
            assertThat(read(stream, 260, 905, ">")).containsExactly(901L, 902L, 903L, 904L, 905L);
            assertThat(read(stream, 1, 920, "s.1")).hasSize(25 + 2).endsWith(901L, 911L);
            assertThat(there.ask("CONSUMER.NAMES.S", "").path("total").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void followsAPurgeAnotherStreamOfTheSameNameAndTheEndOfIt(boolean direct) {
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":" + direct)) {
            StreamRef stream = there.opened();
            try (var reader = new StreamReader(stream)) {
                assertThat(reader.refresh().isEmpty()).isTrue();
                assertThat(rows(reader, 1, 10)).isEmpty();
                there.fill(600, 0);
                reader.refresh();
                assertThat(said(rows(reader, 1, 2))).containsExactly("1", "2");
                assertThat(said(rows(reader, 599, 10))).containsExactly("599", "600");

                there.fill(10, 0);
                reader.refresh();
                assertThat(said(rows(reader, 599, 3))).containsExactly("599", "600", "601");

                there.ask("STREAM.PURGE.S", "{\"seq\":590}");
                assertThat(reader.refresh().first()).isEqualTo(590);
                assertThat(said(rows(reader, 1, 2))).containsExactly("590", "591");
                assertThat(reader.message(1)).isEmpty();

                there.ask("STREAM.MSG.DELETE.S", "{\"seq\":591}");
                reader.refresh();
                assertThat(said(rows(reader, 590, 3))).containsExactly("590", "591-591", "592");

                there.ask("STREAM.PURGE.S", "");
                assertThat(reader.refresh().isEmpty()).isTrue();
                assertThat(rows(reader, 1, 10)).isEmpty();

                there.ask("STREAM.DELETE.S", "");
                there.make("\"allow_direct\":" + direct);
                there.fill(3, 0);
                reader.refresh();
                assertThat(said(rows(reader, 1, 9))).containsExactly("1", "2", "3");

                there.ask("STREAM.DELETE.S", "");
                assertThatThrownBy(() -> reader.message(1))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.key()).isEqualTo("jetstream.no-stream"));
                assertThatThrownBy(() -> read(stream, 1, 9, ">"))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.key()).isEqualTo("jetstream.no-stream"));
                assertThatThrownBy(reader::refresh).isInstanceOf(Failure.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NEWEST", "V2_10"})
    void takesNothingFromAStreamOfTasks(ServerVersion version) throws Exception {
        try (var there = new BrowsedStream(version, "\"retention\":\"workqueue\"")) {
            there.ask(
                    "CONSUMER.CREATE.S.worker",
                    "{\"stream_name\":\"S\",\"config\":{\"name\":\"worker\",\"durable_name\":\"worker\",\"ack_policy\":\"explicit\"}}");
            there.fill(50, 0);
            StreamRef stream = there.opened();
            assertThat(read(stream, 1, Long.MAX_VALUE, ">")).hasSize(50);
            FetchConsumer fetched = there.other()
                    .getStreamContext("S")
                    .getConsumerContext("worker")
                    .fetchMessages(3);
            for (int i = 0; i < 3; i++) {
                var message = fetched.nextMessage();
                assertThat(message.metaData().deliveredCount()).isEqualTo(1);
                message.ackSync(Duration.ofSeconds(5));
            }
            try (var reader = new StreamReader(stream)) {
                assertThat(reader.refresh().first()).isEqualTo(4);
                assertThat(said(rows(reader, 1, 2))).containsExactly("4", "5");
            }
            assertThat(there.ask("CONSUMER.INFO.S.worker", "")
                            .path("num_pending")
                            .asInt())
                    .isEqualTo(47);
        }
    }

    @Test
    void largeMessagesTakeSmallPagesAndNoMoreMemoryThanAllowed() {
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":true")) {
            there.fill(300, 200_000);
            try (var reader = new StreamReader(there.opened())) {
                reader.refresh();
                for (long sequence = 1; sequence <= 300; sequence++) {
                    Page page = reader.page(sequence);
                    assertThat(page.rows()).hasSizeLessThanOrEqualTo(16);
                    assertThat(page.row(sequence)).isInstanceOfSatisfying(Row.Stored.class, row -> {
                        assertThat(row.message().payload()).hasSize(StreamReader.KEPT);
                        assertThat(row.message().payloadSize()).isGreaterThan(200_000);
                    });
                }
                assertThat(reader.cached()).isBetween(4L << 20, StreamReader.CACHE_BYTES);
                assertThat(reader.message(300).orElseThrow().isWhole()).isTrue();
            }
        }
    }

    @Test
    void aReadCanBeBrokenOff() {
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":true")) {
            there.fill(50, 0);
            StreamRef stream = there.opened();
            SequentialRead.Read read = new SequentialRead(stream).read(1, 50, ">", message -> message.sequence() < 20);
            assertThat(read).isEqualTo(new SequentialRead.Read(20, 20, false));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> read(stream, 1, 50, ">")).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(there.server().subscriptions("_INBOX.>")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"DIRECT.GET,true", "STREAM.MSG.GET,true", "both,false"})
    void goesAnotherWayWhereOneIsForbidden(String denied, boolean readable) {
        String subjects = denied.equals("both")
                ? "\"$JS.API.DIRECT.GET.>\", \"$JS.API.STREAM.MSG.GET.>\""
                : "\"$JS.API." + denied + ".>\"";
        String users = "authorization { users: [ { user: all, password: all }, { user: a, password: a, permissions: {"
                + " publish: { deny: [ " + subjects + " ] } } } ] }";
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":true", users)) {
            for (int i = 1; i <= 20; i++) {
                there.other().publish("s." + i, new byte[i]);
            }
            Awaitility.await().until(() -> there.last() == 20);
            StreamRef stream = there.opened(Profile.of(there.server().url().replace("://", "://a:a@")));
            if (readable) {
                assertThat(read(stream, 1, 20, ">")).hasSize(20);
                try (var reader = new StreamReader(stream)) {
                    assertThat(said(rows(reader, 19, 9))).containsExactly("19", "20");
                    assertThat(reader.message(7).orElseThrow().payload()).hasSize(7);
                }
            } else {
                assertThatThrownBy(() -> read(stream, 1, 20, ">"))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.key()).isEqualTo("jetstream.denied"));
            }
        }
    }

    @Test
    void whatIsReadDoesNotTakeTheRoomOfWhatIsLive() {
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":true")) {
            there.fill(500, 0);
            StreamRef stream = there.opened();
            try (var feed = new Feed(stream.session(), Budget.LEAST)) {
                feed.add(SubjectPattern.ALL, Optional.empty());
                assertThat(read(stream, 1, 500, ">")).hasSize(500);
                there.other().publish("live", "now".getBytes(UTF_8));
                SubjectTree tree = feed.capture().tree();
                Awaitility.await().until(() -> tree.find("live") != SubjectTree.NONE);
                assertThat(feed.counters().copies()).isGreaterThanOrEqualTo(500);
                assertThat(feed.counters().kept()).isLessThan(20);
            }
        }
    }
}
