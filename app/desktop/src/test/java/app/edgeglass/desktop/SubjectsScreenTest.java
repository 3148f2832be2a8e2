package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Subjects screen on real servers, driven by mouse and keys. */
class SubjectsScreenTest {

    /** 3 sites of 20 devices with 6 sensors, see samples/edge-fleet.yaml. */
    private static final int SENSORS = 360;

    @TempDir
    Path home;

    private static long at(TreeRows rows, int depth, int place) {
        int seen = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.depths()[row] == depth && seen++ == place) {
                return rows.messages()[row];
            }
        }
        return -1;
    }

    /** The subject, value, count and rate of each row; not the age, which goes on in the mind of the reader. */
    private static List<List<String>> withoutAge(List<List<String>> rows) {
        return rows.stream().map(row -> row.subList(0, row.size() - 1)).toList();
    }

    @Test
    void theEdgeFleetIsAliveAndIsWalkedFilteredSortedPausedAndCleared() {
        try (var window = SubjectsWindow.open(home)) {
            var ui = window.ui();
            ui.click("start-sample-edge-fleet");
            window.awaitOpen();
            window.awaitTree("the sensors of the fleet", rows -> rows.allSubjects() >= SENSORS);
            long messages = window.messages("site");
            window.awaitTree(
                    "more of them",
                    rows -> rows.messages()[rows.rowOf(rows.tree().find("site"))] > messages + 100);

            walk(window);
            filter(window);
            sort(window);
            pause(window);
            clear(window);
        }
    }

    private static void walk(SubjectsWindow window) {
        var ui = window.ui();
        ui.run("subjects-close-all");
        window.clickRow("site");
        assertThat(window.focus()).isEqualTo("subject-tree");
        window.awaitTree("closed branches", rows -> !rows.isExpanded(0));
        ui.press(KeyCode.RIGHT);
        window.awaitTree("an open branch", rows -> rows.isExpanded(0));
        ui.press(KeyCode.RIGHT);
        assertThat(window.selected()).isEqualTo("site.houston");
        ui.press(KeyCode.RIGHT);
        window.awaitTree("an open branch below it", rows -> rows.isExpanded(1));
        ui.press(KeyCode.RIGHT);
        assertThat(window.selected()).startsWith("site.houston.");
        ui.press(KeyCode.DOWN);
        assertThat(window.selected()).startsWith("site.");
        ui.press(KeyCode.UP);
        ui.press(KeyCode.LEFT);
        assertThat(window.selected()).isEqualTo("site.houston");
        ui.press(KeyCode.LEFT);
        window.awaitTree("a closed branch", rows -> !rows.isExpanded(1));
        ui.press(KeyCode.DOWN);
        assertThat(window.selected()).isEqualTo("site.rotterdam");
        ui.press(KeyCode.LEFT);
        assertThat(window.selected()).isEqualTo("site");
    }

    private static void filter(SubjectsWindow window) {
        var ui = window.ui();
        ui.type("01.temp");
        assertThat(window.focus()).isEqualTo("subject-filter");
        window.awaitTree("the subjects that pass", rows -> rows.shownSubjects() == 3);
        ui.awaitText("subject-filter-result", "3 of");
        window.clickRow("site.houston.device.01.temp");
        ui.awaitText("message-table-title", "site.houston.device.01.temp");
        window.awaitCell("message-table", "°C");
        assertThat(window.focus()).isEqualTo("subject-tree");
        ui.press(KeyCode.ESCAPE);
        window.awaitTree("all subjects", rows -> rows.shownSubjects() == rows.allSubjects());
        assertThat(ui.text("subject-filter")).isEmpty();
        ui.type("/[/");
        ui.awaitText("subject-filter-note", "/[/");
        ui.press(KeyCode.ESCAPE);
        assertThat(window.focus()).isEqualTo("subject-tree");
        assertThat(window.selected()).isEqualTo("site.houston.device.01.temp");
    }

    private static void sort(SubjectsWindow window) {
        window.clickHeader("Msgs");
        // Away from the rows, whose order would stand still under the pointer.
        window.ui().pointAt("message-table");
        window.awaitTree(
                "the busiest first",
                rows -> at(rows, 0, 0) >= at(rows, 0, 1) && at(rows, 0, 1) >= at(rows, 0, 2) && at(rows, 0, 2) > 0);
        window.clickHeader("Subject");
        window.ui().pointAt("message-table");
        window.awaitTree("by name", rows -> rows.tree().token(rows.nodes()[0]).equals("site"));
    }

    private static void pause(SubjectsWindow window) {
        var ui = window.ui();
        ui.press(KeyCode.CONTROL, KeyCode.PERIOD);
        assertThat(ui.node("subjects-pause-button", ToggleButton.class).isSelected())
                .isTrue();
        ui.settle();
        var before = withoutAge(window.texts("subject-tree"));
        long received = window.counter("received");
        window.await("more messages", () -> window.session().feed().counters().received() > received + 200);
        assertThat(withoutAge(window.texts("subject-tree"))).isEqualTo(before).isNotEmpty();
        window.await("the bar's counter, which goes on", () -> window.counter("received") > received + 100);
        assertThat(withoutAge(window.texts("subject-tree"))).isEqualTo(before);
        ui.click("subjects-pause-button");
        window.await(
                "a moving picture",
                () -> !withoutAge(window.texts("subject-tree")).equals(before));
    }

    private static void clear(SubjectsWindow window) {
        long before = window.session().feed().counters().received();
        window.ui().click("subjects-clear-button");
        assertThat(window.session().feed().counters().received()).isLessThan(before / 2);
        window.awaitTree("a new tree", rows -> rows.messages()[0] > 0 && rows.messages()[0] < before / 2);
        assertThat(window.selected()).isEqualTo("site.houston.device.01.temp");
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theTreeCountsExactlyWhatOthersSent(ServerVersion version) {
        try (var server = TestServer.start(version);
                var window = SubjectsWindow.open(home)) {
            window.connect(server.url());
            window.awaitSubscription(">");
            var sent = new TreeMap<String, Long>();
            try (var plain = new PlainClient(server.port());
                    var library = TestClient.connect(server.url())) {
                var order = new ArrayList<String>();
                for (int i = 0; i < 200; i++) {
                    String subject = "plant." + i % 4 + ".line." + i % 25 + ".point" + i;
                    long times = 1 + (i * 37L) % 101;
                    sent.put(subject, times);
                    order.addAll(Collections.nCopies((int) times, subject));
                }
                Collections.shuffle(order, new java.util.Random(7));
                for (int i = 0; i < order.size(); i++) {
                    if (i % 2 == 0) {
                        plain.publish(order.get(i), "{\"n\":" + i + "}");
                    } else {
                        library.connection().publish(order.get(i), ("n " + i).getBytes(StandardCharsets.UTF_8));
                    }
                }
                plain.flush();
                long sum = order.size();
                window.awaitTree("all messages", rows -> rows.messages()[0] >= sum);
                // Few enough pass that every branch is open.
                window.ui().fill("subject-filter", "point");
                window.awaitTree("all of them open", rows -> rows.size() > sent.size());
                assertThat(window.counts()).isEqualTo(sent);
                assertThat(window.messages("plant")).isEqualTo(sum);
                window.ui().awaitText("status-received", String.format("%,d", sum));
                assertThat(window.texts("subject-tree").getFirst()).contains("plant", String.format("%,d", sum));
                assertThat(window.counter("dropped") + window.counter("refused") + window.counter("copies"))
                        .isZero();
            }
        }
    }

    /** They are drawn in place, without the table: what stands in a row, and what a click on it means, must be of now. */
    @Test
    void rowsThatChangePlacesAreDrawnAndClickedWhereTheyAreNow() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home);
                var plain = new PlainClient(server.port())) {
            window.connect(server.url());
            window.awaitSubscription(">");
            var sent = new TreeMap<String, Integer>();
            for (String subject : List.of("ash", "birch", "cedar")) {
                plain.publish(subject, "the first");
                sent.put(subject, 1);
            }
            plain.flush();
            window.awaitTree("three rows", rows -> rows.size() == 3);
            window.clickHeader("Msgs");
            int most = 1;
            for (String busiest : List.of("cedar", "birch", "ash", "cedar")) {
                window.ui().pointAt("message-table");
                most += 10;
                String value = "round " + most;
                while (sent.merge(busiest, 1, Integer::sum) < most) {
                    plain.publish(busiest, value);
                }
                plain.publish(busiest, value);
                plain.flush();
                String count = Integer.toString(most);
                window.await(
                        busiest + " first",
                        () -> window.texts("subject-tree").getFirst().containsAll(List.of(busiest, value, count)));
                assertThat(window.texts("subject-tree").stream().map(List::getFirst))
                        .containsExactlyInAnyOrder("ash", "birch", "cedar");
                window.clickRow(busiest);
                assertThat(window.selected()).isEqualTo(busiest);
            }
        }
    }
}
