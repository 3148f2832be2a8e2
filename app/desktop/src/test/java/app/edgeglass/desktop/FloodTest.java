package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.Flood;
import app.edgeglass.desktop.testing.FxLatency;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that nobody has looked at before, with more on it than a person expects. */
class FloodTest {

    private static final Logger LOG = LoggerFactory.getLogger(FloodTest.class);

    @TempDir
    Path home;

    @Test
    void everythingOfABusyServerIsTakenOnlyAfterAYes() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var flood = new Flood(server.port(), 1_000, 0);
                var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            window.connect(server.url());
            ui.awaitText("subscription-answer", "“>” brings about");
            assertThat(window.session().feed().subscriptions()).isEmpty();
            assertThat(window.session().feed().counters().received()).isZero();

            ui.click("subscription-cancel-button");
            ui.awaitGone("subscription-answer");
            assertThat(window.session().feed().subscriptions()).isEmpty();

            ui.fill("subscription-pattern", "flood.7");
            ui.click("subscription-add-button");
            window.awaitSubscription("flood.7");

            ui.fill("subscription-pattern", "flood.>");
            ui.click("subscription-add-button");
            ui.node("subscription-all-the-same-button");
            assertThat(ui.text("subscription-pattern")).isEqualTo("flood.>");
            try (var latency = new FxLatency()) {
                ui.click("subscription-all-the-same-button");
                window.awaitSubscription("flood.>");
                assertThat(ui.text("subscription-pattern")).isEmpty();
                window.awaitTree("the flood", rows -> rows.allSubjects() == 1_000 && rows.messages()[0] > 500_000);
                LOG.info("Under a flood the window answered: {}", latency);
                assertThat(latency.longest()).isLessThan(Duration.ofSeconds(1));
            }
            assertThat(flood.sent()).isPositive();
        }
    }
}
