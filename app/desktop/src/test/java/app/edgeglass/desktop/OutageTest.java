package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.Flood;
import app.edgeglass.desktop.testing.FxLatency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server is killed under traffic and comes back. */
class OutageTest {

    private static final Logger LOG = LoggerFactory.getLogger(OutageTest.class);

    private static final int PER_SECOND = 5_000;
    /** What a person would call a freeze; a machine with two cores that builds at the same time needs some of it. */
    private static final Duration FREEZE = Duration.ofSeconds(1);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(3);

    @TempDir
    Path home;

    @Test
    void theWindowAnswersAllTheWhileAndTrafficResumesWithAGapThatIsShown() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            window.connect(server.url());
            window.awaitSubscription(">");
            try (var before = new Flood(server.port(), 40, PER_SECOND);
                    var latency = new FxLatency()) {
                window.awaitTree("traffic", rows -> rows.allSubjects() == 40 && rows.messages()[0] > 1_000);
                window.clickRow("flood.7");
                ui.awaitText("message-table-title", "flood.7");
                assertThat(before.sent()).isPositive();

                server.kill();
                ui.awaitText("state-banner-sentence", server.url());
                ui.awaitText("status-state", "Reconnecting");
                long received = window.session().feed().counters().received();
                long shown = window.messages("flood");
                ui.click("subjects-pause-button");
                ui.click("subjects-pause-button");

                server.restart();
                long returned = System.nanoTime();
                try (var after = new Flood(server.port(), 40, PER_SECOND)) {
                    window.await(
                            "traffic again",
                            () -> window.session().feed().counters().received() > received);
                    var resumed = Duration.ofNanos(System.nanoTime() - returned);
                    ui.awaitGone("state-banner");
                    ui.awaitText("status-state", "Live");
                    window.await("a row for the gap, and messages behind it", () -> {
                        var now = window.messageRows();
                        return gapRow(now) >= 0
                                && gapRow(now) < now.orElseThrow().size() - 1;
                    });
                    BranchRows rows = window.messageRows().orElseThrow();
                    assertThat(Arrays.stream(rows.rows()).filter(BranchRows::isGap))
                            .hasSize(1);
                    assertThat(gapRow(Optional.of(rows))).isBetween(1, rows.size() - 2);
                    window.scrollMessagesTo(row -> row == gapRow(Optional.of(rows)));
                    window.awaitCell("message-table", "Connection lost from");
                    window.await("higher counts", () -> window.messages("flood") > shown + 1_000);
                    window.await("the gap's counter", () -> window.counter("gaps") == 1);
                    assertThat(after.sent()).isPositive();
                    LOG.info("Traffic resumed after {} ms; the window answered: {}", resumed.toMillis(), latency);
                    assertThat(resumed).isLessThan(BACK_WITHIN);
                    assertThat(latency.longest()).isLessThan(FREEZE);
                }
            }
        }
    }

    private static int gapRow(Optional<BranchRows> rows) {
        return rows.map(of -> IntStream.range(0, of.size())
                        .filter(of::isGap)
                        .findFirst()
                        .orElse(-1))
                .orElse(-1);
    }

    @Test
    void aServerThatHangsIsSaidBeforeTheConnectionBreaks() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home);
                var latency = new FxLatency()) {
            window.connect(server.url());
            window.awaitSubscription(">");
            server.suspend();
            try {
                window.ui().awaitText("state-banner-sentence", "silent");
                window.ui().click("state-banner-reconnect-button");
                window.ui().awaitText("state-banner-sentence", "lost");
                window.ui().screenshot(Path.of("target/pictures/reconnecting.png"));
            } finally {
                server.resume();
            }
            window.ui().awaitGone("state-banner");
            assertThat(latency.longest()).isLessThan(FREEZE);
        }
    }
}
