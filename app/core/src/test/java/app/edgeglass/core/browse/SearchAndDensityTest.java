package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.edgeglass.core.browse.MessageSearch.Wanted;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.testing.ServerVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SearchAndDensityTest {

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void findsWhatAFilterLetsThroughInARange(ServerVersion version) {
        try (var there = new BrowsedStream(version, "\"allow_direct\":true")) {
            there.fill(2_000, 0);
            there.delete(77, 77);
            try (var reader = new StreamReader(there.opened())) {
                reader.refresh();
                var search = reader.search(new Wanted(MessageFilter.parse("payload:77, !s.2"), 50, 1_900));
                MessageSearch.Progress progress = search.run();
                assertThat(progress.finished()).isTrue();
                assertThat(progress.looked()).isEqualTo(1_850);
                // 77, 177, 277 and so on, but 77 is gone.
                assertThat(search.found()).hasSize(18).startsWith(177, 277).endsWith(1_877);
                assertThat(search.nearest(177, true)).isEqualTo(277);
                assertThat(search.nearest(177, false)).isZero();
                assertThat(search.nearest(1_000, false)).isEqualTo(977);
                assertThat(search.nearest(1_877, true)).isZero();

                var all = reader.search(new Wanted(MessageFilter.NONE, 1, Long.MAX_VALUE));
                assertThat(all.run().found()).isEqualTo(1_999);
            }
        }
    }

    @Test
    void seesWhenMessagesCame() {
        try (var there = new BrowsedStream(ServerVersion.NEWEST, "\"allow_direct\":true")) {
            there.fill(3_000, 0);
            Instant first = Instant.now();
            Awaitility.await().until(() -> Instant.now().isAfter(first.plus(Duration.ofMillis(1_500))));
            there.fill(1_000, 0);
            try (var reader = new StreamReader(there.opened())) {
                assertThat(reader.refresh().last()).isEqualTo(4_000);
                Density density = reader.density();
                double[] counts = density.counts(10);
                double sum = 0;
                for (double count : counts) {
                    sum += count;
                }
                assertThat(sum).isCloseTo(4_000, within(0.5));
                assertThat(counts[0]).isGreaterThan(2_500);
                assertThat(counts[9]).isGreaterThan(900);
                assertThat(counts[5]).isLessThan(50);
                assertThat(density.sequenceAt(0)).isEqualTo(1);
                assertThat(density.sequenceAt(1)).isEqualTo(4_000);
                assertThat(density.sequenceAt(0.5)).isBetween(2_900L, 3_100L);
                assertThat(density.partOf(3_999)).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void countsEvenlyBetweenWhatIsKnown() {
        var density = new Density(new long[] {1, 101, 201}, new long[] {0, 1_000, 2_000});
        assertThat(density.counts(4)).containsExactly(new double[] {50, 50, 50, 51}, within(0.01));
        assertThat(density.sequenceAt(0.25)).isEqualTo(51);
        assertThat(density.partOf(151)).isCloseTo(0.75, within(0.001));
        assertThat(new Density(new long[] {4}, new long[] {9}).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "/customer/id, 17",
                "/customer, '{\"id\":17,\"names\":[\"a\",\"b\"]}'",
                "/customer/names/1, b",
                "/customer/names/2, ''",
                "/a~1b, true",
                "/none, ''",
                "Trace, 'one, two'",
                "trace, ''",
            })
    void aColumnHasOneValueOfEachMessage(String column, String value) {
        String json = "{\"total\":12.50,\"customer\":{\"id\":17,\"names\":[\"a\",\"b\"]},\"a/b\":true,\"cut";
        byte[] headers = "NATS/1.0\r\nTrace: one\r\nTrace: two\r\n\r\n".getBytes(UTF_8);
        var message = new StoredMessage(1, Instant.EPOCH, "s", headers, json.getBytes(UTF_8), 9_000);
        assertThat(ValueColumn.parse(column).value(message)).isEqualTo(value);
        var text = new StoredMessage(1, Instant.EPOCH, "s", new byte[0], "no json".getBytes(UTF_8), 7);
        assertThat(ValueColumn.parse(column).value(text)).isEmpty();
    }

    @Test
    void aColumnOfNothingIsRefused() {
        assertThatThrownBy(() -> ValueColumn.parse("  "))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("browse.column-empty"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "5000000, ToSequence[sequence=5000000]",
                "'5,000 000', ToSequence[sequence=5000000]",
                "14:05, ToTime[time=2026-03-01T13:05:00Z]",
                "9:05:30.5, ToTime[time=2026-03-01T08:05:30.500Z]",
                "2026-02-03, ToTime[time=2026-02-02T23:00:00Z]",
                "2026-02-03 04:05, ToTime[time=2026-02-03T03:05:00Z]",
                "2026-02-03T04:05:06Z, ToTime[time=2026-02-03T04:05:06Z]",
                "-15m, ToTime[time=2026-03-02T11:45:00Z]",
                "orders.*.paid, ToNext[pattern=orders.*.paid]",
            })
    void understandsWhereToJump(String typed, String target) {
        var now = Instant.parse("2026-03-02T12:00:00Z");
        var day = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(JumpTarget.parse(typed, now, day, ZoneId.of("Europe/Oslo"))).hasToString(target);
    }

    @ParameterizedTest
    @CsvSource({"a..b,subject.", "25:99,browse.no-time", "2026-13-01,browse.no-time"})
    void refusesToJumpNowhere(String typed, String key) {
        assertThatThrownBy(() -> JumpTarget.parse(typed, Instant.EPOCH, Instant.EPOCH, ZoneId.of("UTC")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).startsWith(key));
    }
}
