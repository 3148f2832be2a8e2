package app.edgeglass.desktop;

import app.edgeglass.core.bench.LargeStream;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of the message browser over ten million messages, where the bench has made them, or else one: {@code packaging/pictures
 * -Dtest=StreamMessagesTour}. One goes into docs.
 */
@Tag("pictures")
class StreamMessagesTour {

    private static final Path OUT = Path.of("target/pictures");
    private static final Path DOCS = Path.of("../../docs/pictures");
    private static final long MANY = 10_000_000;
    private static final long FEWER = 1_000_000;
    private static final String MIDDLE = "7";

    @TempDir
    private Path home;

    @Test
    void messages() {
        long messages = LargeStream.isMade(MANY) ? MANY : FEWER;
        try (var large = new LargeStream(messages);
                var window = SubjectsWindow.open(home)) {
            UiDriver ui = window.ui();
            window.connect(large.url());
            ui.run("go-streams");
            UiDriver.onFx(() -> {
                StreamsScreen screen = ui.wiring().streams();
                screen.open(new StreamRef(window.session().session(), LargeStream.NAME));
                screen.showTab(MessagesTab.ID);
                return screen;
            });
            ui.awaitText("browse-extent", "messages");
            ui.node("browse-density");
            ui.fill("browse-jump-field", Long.toString(messages * 7 / 10));
            ui.press(KeyCode.ENTER);
            ui.awaitText("message-details", "#" + MIDDLE);
            ui.click("browse-columns-button");
            ui.click("browse-column-write");
            ui.type("/customer/tier");
            ui.press(KeyCode.ENTER);
            ui.fill("browse-column-field", "/total");
            ui.press(KeyCode.ENTER);
            window.awaitCell("browse-table", "gold");
            ui.click("browse-column-close-button");
            ui.fill("browse-search-field", "payload:/total.:77\\.7/");
            ui.press(KeyCode.ENTER);
            window.await(
                    "something found", () -> ui.find("browse-found-next-button").isPresent());
            ui.screenshot(OUT.resolve("stream-messages-light.png"));
            ui.screenshot(DOCS.resolve("stream-messages.png"));
            ui.run("theme-dark");
            ui.screenshot(OUT.resolve("stream-messages-dark.png"));
            ui.click("browse-search-cancel-button");
            ui.resize(1024, 700);
            ui.screenshot(OUT.resolve("stream-messages-small-dark.png"));
            ui.run("theme-light");
            ui.click("browse-last-button");
            ui.screenshot(OUT.resolve("stream-messages-small-light.png"));
        }
    }
}
