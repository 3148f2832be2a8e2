package app.edgeglass.desktop.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.payload.PayloadForm;
import app.edgeglass.desktop.message.MessageDetailsViewModel.Tab;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The details of messages in a real window: what can be reached, seen and taken away. */
class DetailsUiTest {

    @TempDir
    private Path home;

    @Test
    void aMessageIsReadSearchedAndTakenAway() {
        try (var ui = new DetailsWindow(home, 860, 380)) {
            assertThat(ui.isVisible("message-details-nothing")).isTrue();
            ui.show(Samples.reading());
            assertThat(ui.isVisible("message-details-nothing")).isFalse();
            assertThat(lines(ui)).contains("  \"device\": \"press-07\",");
            ui.click("payload-view-hex");
            ui.await("hex", () -> form(ui) == PayloadForm.HEX);
            assertThat(lines(ui)).startsWith("00000000  7b 22 64");
            ui.fire("payload-view-pretty");
            ui.await("pretty", () -> form(ui) == PayloadForm.PRETTY);

            ui.click("payload-area");
            ui.press(KeyCode.CONTROL, KeyCode.F);
            ui.type("version");
            ui.await("found", () -> label(ui, "payload-find-count").equals("1 of 1"));
            assertThat(DetailsWindow.onFx(() -> area(ui).hasNonEmptySelection()))
                    .isTrue();
            ui.press(KeyCode.ESCAPE);
            assertThat(ui.isVisible("payload-find-field")).isFalse();

            ui.press(KeyCode.CONTROL, KeyCode.A);
            ui.press(KeyCode.CONTROL, KeyCode.C);
            assertThat(DetailsWindow.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .startsWith("{\n  \"device\": \"press-07\",\n")
                    .endsWith("]\n}");

            ui.fire("message-copy-subject-button");
            ui.click("message-copy-value-button");
            ui.fire("message-copy-command-button");
            ui.await("all copied", () -> ui.copied().size() == 3);
            assertThat(ui.copied().getFirst()).isEqualTo("Subject: site.berlin.press.7.temp");
            assertThat(ui.copied()).anySatisfy(text -> assertThat(text).startsWith("Value: {\"device\":\"press-07\""));
            assertThat(ui.copied()).anySatisfy(text -> assertThat(text).contains("nats pub --reply=_INBOX"));
            ui.click("message-save-button");
            ui.await("saved", () -> ui.isVisible("payload-saved"));
            assertThat(ui.saveAs()).exists();
            assertThat(ui.failures()).isEmpty();
        }
    }

    @Test
    void theDifferenceToTheMessageBeforeIsSeenAsValuesAndAsText() {
        try (var ui = new DetailsWindow(home, 860, 380)) {
            ui.show(Samples.reading());
            ui.click("message-tab-diff");
            ui.await("summary", () -> label(ui, "diff-summary").equals("3 values changed, 1 added"));
            assertThat(label(ui, "diff-with")).isEqualTo("compared with #1,233, 2 s earlier");
            var table = (TableView<?>) ui.node("diff-changes");
            assertThat(DetailsWindow.onFx(() -> table.getItems().size())).isEqualTo(4);
            ui.fire("diff-text-button");
            assertThat(ui.isVisible("diff-area")).isTrue();
            assertThat(ui.isVisible("diff-changes")).isFalse();
            ui.fire("diff-changes-button");
            ui.show(Samples.first());
            ui.await("nothing to compare with", () -> ui.isVisible("diff-first"));
            ui.show(Samples.identical());
            ui.await("identical", () -> ui.isVisible("diff-identical"));
            ui.fire("message-tab-headers");
            assertThat(ui.isVisible("message-no-headers")).isTrue();
            ui.show(Samples.reading());
            assertThat(label(ui, "message-tab-headers")).isEqualTo("Headers (3)");
        }
    }

    @Test
    void aLargePayloadShowsItsFirstPartAndAllOnRequest() {
        try (var ui = new DetailsWindow(home, 500, 300)) {
            ui.show(Samples.large());
            assertThat(label(ui, "payload-part")).isEqualTo("First 64 KiB of 4.8 MiB");
            ui.await("digest", () -> ui.isVisible("payload-digest-button"));
            ui.click("payload-load-all-button");
            ui.await("all", () -> label(ui, "payload-part").equals("All 4.8 MiB"));
            assertThat(DetailsWindow.onFx(() -> area(ui).getParagraphCount())).isGreaterThan(300_000);
            assertThat(ui.isVisible("payload-load-all-button")).isFalse();
            ui.fire("payload-digest-button");
            assertThat(ui.copied().getLast()).matches("SHA-256: [0-9a-f]{64}");
        }
    }

    @Test
    void nothingHostileDoesHarm() {
        try (var ui = new DetailsWindow(home, 860, 380)) {
            for (var message : new ShownMessage[] {
                Samples.hostile(), Samples.binary(), Samples.broken(), Samples.empty(), Samples.text()
            }) {
                for (var form : PayloadForm.values()) {
                    DetailsWindow.onFx(() -> {
                        ui.model().payload().chosenProperty().set(form);
                        ui.model().diff().textWantedProperty().set(form == PayloadForm.TEXT);
                        return form;
                    });
                    ui.open(Tab.PAYLOAD);
                    ui.show(message);
                    ui.open(Tab.DIFF);
                    ui.open(Tab.HEADERS);
                }
            }
            assertThat(label(ui, "message-subject")).doesNotContain("\u202E");
        }
    }

    @Test
    void theReaderKeepsHisPlaceWhileValuesChange() {
        try (var ui = new DetailsWindow(home, 860, 380)) {
            ui.show(Samples.changing(1));
            ui.click("payload-area");
            ui.press(KeyCode.CONTROL, KeyCode.END);
            var before = topLine(ui);
            assertThat(before).isNotEqualTo("1");
            ui.show(Samples.changing(2));
            assertThat(topLine(ui)).isEqualTo(before);
            assertThat(lines(ui)).contains("\"value\": 2");
        }
    }

    @Test
    void everyControlFitsAndHasAName() {
        try (var ui = new DetailsWindow(home, 500, 300)) {
            ui.show(Samples.reading());
            for (var id : new String[] {
                "message-copy-subject-button",
                "message-copy-value-button",
                "message-copy-command-button",
                "message-save-button",
                "message-tab-payload",
                "message-tab-diff",
                "message-tab-headers",
                "payload-view-pretty",
                "payload-view-text",
                "payload-view-hex",
                "payload-wrap-button",
                "payload-find-button"
            }) {
                var bounds = ui.bounds(id);
                assertThat(bounds.getMinX()).as(id).isGreaterThanOrEqualTo(0);
                assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(500);
                assertThat(bounds.getWidth()).as(id).isGreaterThan(15);
                var node = ui.node(id);
                assertThat(DetailsWindow.onFx(() -> node.getAccessibleText() != null
                                || (node instanceof Labeled labeled
                                        && !labeled.getText().isEmpty())))
                        .as("a name for " + id)
                        .isTrue();
            }
        }
    }

    private static String topLine(DetailsWindow ui) {
        var gutter = ui.node("payload-area").lookupAll(".eg-gutter");
        return DetailsWindow.onFx(() -> gutter.stream()
                .filter(node ->
                        node.getParent() != null && node.localToScene(0, 5).getY() > 0)
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isBlank())
                .mapToInt(Integer::parseInt)
                .min()
                .stream()
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse("1"));
    }

    private static PayloadForm form(DetailsWindow ui) {
        return Objects.requireNonNull(ui.model().payload().shownProperty().get())
                .page()
                .form();
    }

    private static CodeArea area(DetailsWindow ui) {
        return (CodeArea) ui.node("payload-area");
    }

    private static String lines(DetailsWindow ui) {
        return DetailsWindow.onFx(() -> area(ui).getText());
    }

    private static String label(DetailsWindow ui, String id) {
        var node = ui.node(id);
        return DetailsWindow.onFx(() -> ((Labeled) node).getText());
    }
}
