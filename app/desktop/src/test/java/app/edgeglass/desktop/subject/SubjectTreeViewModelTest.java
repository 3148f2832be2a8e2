package app.edgeglass.desktop.subject;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.tree.TreeRow;
import app.edgeglass.desktop.testing.PostedRunner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectTreeViewModelTest {

    private long nanos = 1;
    private final Feed feed = feed();
    private final SubjectTreeViewModel model = model(new InPlaceRunner());

    private SubjectTreeViewModel model(TaskRunner runner) {
        return new SubjectTreeViewModel(runner, () -> nanos);
    }

    private static Feed feed() {
        return new Feed(new Session(Profile.of("127.0.0.1:1"), Clock.systemUTC()), Budget.LEAST);
    }

    private void publish(String... subjects) {
        publishTo(feed, subjects);
    }

    private static void publishTo(Feed to, String... subjects) {
        for (String subject : subjects) {
            to.capture().accept(subject, ("on " + subject).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void sample() {
        nanos += 100_000_000;
        model.sample();
    }

    private TreeRows rows() {
        return Objects.requireNonNull(model.rowsProperty().get());
    }

    /** The rows as “token count”, indented. */
    private List<String> shown() {
        var shown = new ArrayList<String>();
        for (int row = 0; row < rows().size(); row++) {
            var one = new TreeRow(rows(), row);
            shown.add("  ".repeat(one.depth()) + one.token() + " " + one.messages());
        }
        return shown;
    }

    private int rowOf(String subject) {
        return rows().rowOf(rows().tree().find(subject));
    }

    @Test
    void makesNoPictureWhileNothingChangesButLetsAgesBeLookedAt() {
        model.show(feed);
        publish("a.x");
        sample();
        nanos += Duration.ofSeconds(31).toNanos();
        TreeRows last = rows();
        int ages = model.agesProperty().get();
        for (int i = 0; i < 20; i++) {
            sample();
        }
        assertThat(rows()).isSameAs(last);
        assertThat(model.agesProperty().get() - ages).isBetween(1, 3);
        publish("a.x");
        sample();
        assertThat(rows()).isNotSameAs(last);
        assertThat(shown()).containsExactly("a 2", "  x 2");
    }

    @Test
    void aPictureThatTakesLongRestsButAPersonIsAnsweredAtOnce() {
        var runner = new InPlaceRunner();
        var slow = new SubjectTreeViewModel(
                runner, () -> nanos += Duration.ofMillis(50).toNanos());
        slow.show(feed);
        publish("a.x");
        slow.sample();
        TreeRows last = slow.rowsProperty().get();
        publish("a.x");
        slow.sample();
        assertThat(slow.rowsProperty().get()).as("too soon").isSameAs(last);
        slow.orderProperty().set(RowOrder.MESSAGES);
        assertThat(slow.rowsProperty().get()).as("a person has asked").isNotSameAs(last);
        nanos += Duration.ofSeconds(2).toNanos();
        last = slow.rowsProperty().get();
        publish("a.x");
        slow.sample();
        assertThat(slow.rowsProperty().get()).isNotSameAs(last);
    }

    @Test
    void showsWhatHasArrived() {
        model.show(feed);
        publish("a.x", "a.x", "a.y");
        sample();
        assertThat(shown()).containsExactly("a 3", "  x 2", "  y 1");
        publish("b");
        sample();
        assertThat(shown()).containsExactly("a 3", "  x 2", "  y 1", "b 1");
        model.show(null);
        assertThat(model.rowsProperty().get()).isNull();
    }

    @Test
    void theSelectionStaysOnItsSubjectWhileRowsMove() {
        model.show(feed);
        publish("b", "c");
        model.orderProperty().set(RowOrder.MESSAGES);
        sample();
        model.select("c");
        assertThat(model.selectedRow()).isEqualTo(1);
        publish("c");
        sample();
        assertThat(model.selectedRow()).isZero();
        publish("a", "a", "a", "b", "b", "b", "b");
        sample();
        assertThat(shown()).containsExactly("b 5", "a 3", "c 2");
        assertThat(model.selectedRow()).isEqualTo(2);
    }

    @Test
    void aSelectedSubjectThatIsFilteredOutStaysSelected() {
        model.show(feed);
        publish("a.x", "b.y");
        sample();
        model.select("a.x");
        model.filterProperty().set(MessageFilter.parse("y"));
        assertThat(shown()).containsExactly("b 1", "  y 1");
        assertThat(model.selectedRow()).isEqualTo(-1);
        assertThat(model.selectedSubjectProperty().get()).isEqualTo("a.x");
        model.filterProperty().set(MessageFilter.NONE);
        assertThat(model.selectedRow()).isEqualTo(rowOf("a.x")).isNotNegative();
    }

    @Test
    void aSubjectCanBeSelectedBeforeItComes() {
        model.show(feed);
        sample();
        model.select("a.x");
        assertThat(model.selectedRow()).isEqualTo(-1);
        publish("0", "a.x");
        sample();
        assertThat(model.selectedRow()).isEqualTo(2);
    }

    @Test
    void pausedThePictureStandsStillWhileEverythingIsCounted() {
        model.show(feed);
        publish("a", "b");
        sample();
        model.pausedProperty().set(true);
        publish("a", "c");
        sample();
        assertThat(shown()).containsExactly("a 1", "b 1");
        assertThat(feed.counters().received()).isEqualTo(4);
        // What a person does with the standing picture works, and brings nothing newer in.
        model.filterProperty().set(MessageFilter.parse("!b"));
        assertThat(shown()).containsExactly("a 1");
        model.filterProperty().set(MessageFilter.NONE);
        assertThat(shown()).containsExactly("a 1", "b 1");
        model.pausedProperty().set(false);
        sample();
        assertThat(shown()).containsExactly("a 2", "b 1", "c 1");
    }

    @Test
    void openBranchesStayOpenWhenTheTreeStartsAnew() {
        model.show(feed);
        publish("a.x.deep", "b.y");
        sample();
        model.closeAll();
        model.open(feed.capture().tree().find("b"), true);
        assertThat(shown()).containsExactly("a 1", "b 1", "  y 1");
        feed.clear();
        publish("b.z", "a.x");
        sample();
        assertThat(shown()).contains("b 1", "  z 1");
        assertThat(feed.counters().received()).isEqualTo(2);
        assertThat(model.openBranches()).contains("b");
    }

    @Test
    void anotherFeedStartsWithNothingOfTheFormer() {
        model.show(feed);
        publish("a.x");
        sample();
        model.open(feed.capture().tree().find("a"), true);
        model.select("a.x");
        Feed other = feed();
        publishTo(other, "b");
        model.show(other);
        assertThat(shown()).containsExactly("b 1");
        assertThat(model.selectedSubjectProperty().get()).isEmpty();
        assertThat(model.openBranches()).doesNotContain("a");
    }

    @Test
    void anAnswerAboutTheFormerFeedIsDropped() {
        var runner = new PostedRunner();
        var slow = model(runner);
        publish("former");
        slow.show(feed);
        runner.awaitWork();
        Feed other = feed();
        publishTo(other, "present");
        slow.show(other);
        var seen = new ArrayList<String>();
        slow.rowsProperty().subscribe(rows -> {
            if (rows != null && rows.size() > 0) {
                seen.add(new TreeRow(rows, 0).token());
            }
        });
        runner.deliver();
        assertThat(seen).containsExactly("present");
    }

    @Test
    void picturesDoNotPileUpWhileOneIsBeingMade() {
        var runner = new PostedRunner();
        var slow = model(runner);
        slow.show(feed);
        for (int i = 0; i < 10; i++) {
            slow.sample();
        }
        assertThat(runner.started("picture of the tree")).isEqualTo(1);
        runner.deliver();
        assertThat(runner.started("picture of the tree")).isEqualTo(2);
    }

    @Test
    void revealOpensWhatIsAboveAndSelects() {
        model.show(feed);
        publish("a.b.c.d", "z");
        sample();
        model.closeAll();
        assertThat(shown()).containsExactly("a 1", "z 1");
        model.reveal("a.b.c.d");
        assertThat(shown()).containsExactly("a 1", "  b 1", "    c 1", "      d 1", "z 1");
        assertThat(model.selectedRow()).isEqualTo(3);
    }

    @Test
    void branchesOfAFormerSessionOpenWhenTheyCome() {
        model.show(feed);
        model.restore(Set.of("a.b", "a", "never.comes"));
        assertThat(model.openBranches()).contains("a.b", "never.comes");
        publish("a.b.c");
        // So many beside it that nothing opens by itself.
        for (int i = 0; i < 100; i++) {
            publish("z" + i + ".y");
        }
        sample();
        assertThat(shown()).startsWith("a 1", "  b 1", "    c 1", "z0 1", "z1 1");
        assertThat(model.openBranches()).contains("a", "a.b", "never.comes");
    }

    @Test
    void rowsKeepTheirPlaceUnderThePointer() {
        model.show(feed);
        publish("a", "b", "b");
        model.orderProperty().set(RowOrder.MESSAGES);
        sample();
        assertThat(shown()).containsExactly("b 2", "a 1");
        model.pointerInsideProperty().set(true);
        publish("a", "a", "a", "c", "c", "c", "c", "c");
        sample();
        assertThat(shown()).containsExactly("b 2", "a 4", "c 5");
        model.pointerInsideProperty().set(false);
        sample();
        assertThat(shown()).containsExactly("c 5", "a 4", "b 2");
    }

    @Test
    void theLastMessageBelongsToTheRowsThatWereAskedWith() {
        model.show(feed);
        publish("a.x");
        sample();
        TreeRows before = rows();
        assertThat(model.lastMessage(before, rowOf("a.x"), 100))
                .hasValueSatisfying(head -> assertThat(new String(head.payload(), StandardCharsets.UTF_8))
                        .isEqualTo("on a.x"));
        assertThat(model.lastMessage(before, rowOf("a"), 100)).isEmpty();
        feed.clear();
        publish("other");
        sample();
        assertThat(model.lastMessage(before, 0, 100)).isEmpty();
    }
}
