package app.edgeglass.desktop.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.desktop.testing.PostedRunner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageTableViewModelTest {

    private static final Budget TINY = new Budget(64 * 1024, 64 * 1024, 4 << 20);

    private final Feed feed = feed(Budget.LEAST);
    private final List<Gap> gaps = new ArrayList<>();
    private final MessageTableViewModel model = new MessageTableViewModel(new InPlaceRunner(), () -> 0);

    private static Feed feed(Budget budget) {
        return new Feed(new Session(Profile.of("127.0.0.1:1"), Clock.systemUTC()), budget);
    }

    private static void publish(Feed to, String subject, String payload) {
        to.capture().accept(subject, payload.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String subject, String payload) {
        publish(feed, subject, payload);
        model.sample();
    }

    private void show() {
        model.show(feed, () -> List.copyOf(gaps));
    }

    /** Says that the connection was away after the last message. */
    private void gap() {
        var head =
                feed.capture().log().read(rows().rows()[rows().size() - 1], 0).orElseThrow();
        gaps.add(new Gap(gaps.size() + 1L, head.at(), head.at()));
    }

    private BranchRows rows() {
        return Objects.requireNonNull(model.rowsProperty().get());
    }

    private List<String> shown() {
        var shown = new ArrayList<String>();
        for (int row = 0; row < rows().size(); row++) {
            shown.add(
                    rows().isGap(row)
                            ? "gap"
                            : MessageTableViewModel.read(rows(), row, 100)
                                    .map(head -> new String(head.payload(), StandardCharsets.UTF_8))
                                    .orElse("evicted"));
        }
        return shown;
    }

    private String looked() {
        var looked = model.lookedProperty().get();
        return looked == null ? "nothing" : new String(looked.message().payload(), StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatIsAtAndBelowTheBranch() {
        show();
        publish("a.x", "1");
        publish("b", "2");
        publish("a.y", "3");
        assertThat(shown()).containsExactly("1", "2", "3");
        model.branchProperty().set("a");
        assertThat(shown()).containsExactly("1", "3");
        model.branchProperty().set("a.y");
        assertThat(shown()).containsExactly("3");
        model.filterProperty().set(MessageFilter.parse("payload:1"));
        assertThat(shown()).isEmpty();
        model.branchProperty().set("");
        assertThat(shown()).containsExactly("1");
    }

    @Test
    void aBranchThatHasNotComeYetIsShownWhenItComes() {
        show();
        model.branchProperty().set("a");
        publish("b", "1");
        assertThat(model.rowsProperty().get()).isNull();
        publish("a.x", "2");
        assertThat(shown()).containsExactly("2");
    }

    @Test
    void followingLooksAtTheNewestOfASubjectAndAtNothingOnABranch() {
        show();
        publish("a.x", "1");
        model.branchProperty().set("a.x");
        assertThat(looked()).isEqualTo("1");
        publish("a.x", "2");
        assertThat(looked()).isEqualTo("2");
        assertThat(model.selectedRow()).isEqualTo(-1);
        model.branchProperty().set("a");
        assertThat(looked()).isEqualTo("nothing");
    }

    @Test
    void aSelectedMessageStaysAndWhatComesIsCountedAsUnseen() {
        show();
        publish("a", "1");
        publish("a", "2");
        model.select(rows(), 0);
        assertThat(model.followingProperty().get()).isFalse();
        publish("a", "3");
        publish("a", "4");
        assertThat(looked()).isEqualTo("1");
        assertThat(model.selectedRow()).isZero();
        assertThat(model.unseenProperty().get()).isEqualTo(2);
        model.followingProperty().set(true);
        assertThat(model.unseenProperty().get()).isZero();
        assertThat(model.selectedRow()).isEqualTo(-1);
        model.branchProperty().set("a");
        assertThat(looked()).isEqualTo("4");
    }

    @Test
    void aSelectedMessageStaysWhatItIsAfterItHasBeenEvicted() {
        Feed small = feed(TINY);
        model.show(small, List::of);
        publish(small, "a", "looked at");
        publish(small, "b", "other");
        model.sample();
        model.select(rows(), 0);
        BranchRows before = rows();
        for (int i = 0; i < 200; i++) {
            publish(small, "a", "x".repeat(1_000));
            publish(small, "b", "y".repeat(1_000));
        }
        model.sample();
        assertThat(MessageTableViewModel.read(before, 0, 100)).isEmpty();
        assertThat(looked()).isEqualTo("looked at");
        assertThat(model.selectedRow()).isEqualTo(-1);
        // One that went before it could be read is not mistaken for the one before it.
        model.select(before, 1);
        assertThat(looked()).isEqualTo("nothing");
    }

    @Test
    void oneStepsThroughMessagesAndPastGaps() {
        show();
        publish("a", "1");
        gap();
        publish("a", "2");
        publish("a", "3");
        assertThat(shown()).containsExactly("1", "gap", "2", "3");
        model.step(-1);
        assertThat(looked()).isEqualTo("3");
        model.step(-1);
        assertThat(looked()).isEqualTo("2");
        model.step(-1);
        assertThat(looked()).isEqualTo("1");
        model.step(-1);
        assertThat(looked()).isEqualTo("1");
        model.step(1);
        assertThat(looked()).isEqualTo("2");
    }

    @Test
    void aGapCanBeSelectedAndLeavesTheMessageLookedAt() {
        show();
        publish("a", "1");
        gap();
        publish("a", "2");
        model.select(rows(), 2);
        model.select(rows(), 1);
        assertThat(model.selectedRow()).isEqualTo(1);
        assertThat(looked()).isEqualTo("2");
    }

    @Test
    void pausedTheTableStandsStillButAnotherBranchCanBeLookedAt() {
        show();
        publish("a", "1");
        model.pausedProperty().set(true);
        publish("a", "2");
        publish("b", "3");
        assertThat(shown()).containsExactly("1");
        model.branchProperty().set("b");
        assertThat(shown()).containsExactly("3");
        model.pausedProperty().set(false);
        model.branchProperty().set("");
        assertThat(shown()).containsExactly("1", "2", "3");
    }

    @Test
    void startsAnewWithTheFeed() {
        show();
        publish("a", "1");
        model.branchProperty().set("a");
        model.select(rows(), 0);
        feed.clear();
        show();
        assertThat(model.rowsProperty().get()).isNull();
        assertThat(looked()).isEqualTo("nothing");
        publish("a", "2");
        assertThat(shown()).containsExactly("2");
        assertThat(looked()).isEqualTo("2");
        assertThat(model.followingProperty().get()).isTrue();
        model.show(null, List::of);
        assertThat(model.rowsProperty().get()).isNull();
        assertThat(looked()).isEqualTo("nothing");
    }

    @Test
    void anAnswerAboutTheFormerBranchIsDropped() {
        publish(feed, "a", "of a");
        publish(feed, "b", "of b");
        var runner = new PostedRunner();
        var slow = new MessageTableViewModel(runner, () -> 0);
        slow.branchProperty().set("a");
        slow.show(feed, List::of);
        runner.awaitWork();
        slow.branchProperty().set("b");
        var seen = new ArrayList<String>();
        slow.rowsProperty().subscribe(rows -> {
            if (rows != null) {
                seen.add(rows.capture().tree().subject(rows.branch()));
            }
        });
        runner.deliver();
        assertThat(seen).isNotEmpty().containsOnly("b");
    }
}
