package app.edgeglass.desktop.message;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.BranchIndex;
import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.fx.WorkPace;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * All messages at and below a subject, newest last, and the one of them that is looked at. Pictures are made off the
 * window's thread, one at a time; everything here is called on it.
 *
 * <p>The message looked at is the row that a person selected, or else the last message of the subject, as long as the
 * table follows. A selected message stays what it is, also after it has been evicted.
 */
public final class MessageTableViewModel {

    private static final long NOTHING = SubjectTree.NO_REF;

    private final TaskRunner runner;
    private final LongSupplier nanoTime;
    private final WorkPace pace;

    private final StringProperty branch = new SimpleStringProperty("");
    private final ObjectProperty<MessageFilter> filter = new SimpleObjectProperty<>(MessageFilter.NONE);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable BranchRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper unseen = new ReadOnlyLongWrapper();

    private @Nullable Feed feed;
    private Supplier<List<Gap>> gaps = List::of;
    private @Nullable BranchIndex index;
    private boolean making;
    private boolean wanted;
    private int generation;
    private @Nullable Seen seen;
    private long pinned = NOTHING;
    private long pinnedRow = -1;
    private long seenUpTo;

    /**
     * The message looked at.
     *
     * @param message the message
     * @param ref where it stands in the log
     * @param capture the log that it stands in
     */
    public record Looked(LoggedMessage message, long ref, Capture capture) {

        /** The message before it on the same subject. May wait for the log. */
        public Optional<LoggedMessage> previous() {
            return capture.log().previous(ref);
        }
    }

    /** @param nanoTime as {@link System#nanoTime} */
    public MessageTableViewModel(TaskRunner runner, LongSupplier nanoTime) {
        this.runner = runner;
        this.nanoTime = nanoTime;
        pace = new WorkPace(nanoTime);
        branch.subscribe(() -> restart());
        filter.subscribe(() -> restart());
        following.subscribe(follow -> {
            if (follow) {
                pinned = NOTHING;
                pinnedRow = -1;
            }
            refresh();
        });
    }

    /**
     * Shows what this feed brings; nothing without one.
     *
     * @param gapsOfSession the gaps of its session
     */
    public void show(@Nullable Feed shown, Supplier<List<Gap>> gapsOfSession) {
        feed = shown;
        gaps = gapsOfSession;
        if (shown == null) {
            looked.set(null);
        }
        restart();
    }

    private void restart() {
        generation++;
        index = null;
        rows.set(null);
        unseen.set(0);
        seenUpTo = 0;
        pinned = NOTHING;
        pinnedRow = -1;
        following.set(true);
        refresh();
    }

    /**
     * Asks for a picture of now, unless paused or nothing has changed. To be called again and again.
     *
     * @return whether something has changed
     */
    public boolean sample() {
        Feed from = feed;
        if (paused.get() || from == null || !pace.isDue()) {
            return false;
        }
        var now = new Seen(generation, from.capture(), from.capture().log().end(), gaps.get());
        boolean news = !now.equals(seen);
        if (news) {
            seen = now;
            refresh();
        }
        return news;
    }

    /** What a picture depends on, but for what a person does. */
    private record Seen(int generation, Capture capture, long logEnd, List<Gap> gaps) {}

    private void refresh() {
        wanted = true;
        if (!making) {
            make();
        }
    }

    private void make() {
        wanted = false;
        Feed from = feed;
        if (from == null) {
            return;
        }
        BranchIndex known = index;
        String of = branch.get();
        MessageFilter by = filter.get();
        List<Gap> sessionGaps = gaps.get();
        Looked before = looked.get();
        long wantedRef = pinned;
        boolean follow = following.get();
        int asked = generation;
        making = true;
        var _ = runner.start(
                "messages of a branch",
                () -> {
                    long begun = nanoTime.getAsLong();
                    Made made = make(from.capture(), known, of, by, sessionGaps, before, wantedRef, follow);
                    return new Timed(made, nanoTime.getAsLong() - begun);
                },
                timed -> {
                    pace.took(timed.nanos());
                    made(timed.made(), asked);
                },
                this::failed);
    }

    private record Made(
            @Nullable BranchIndex index,
            @Nullable BranchRows rows,
            @Nullable Looked looked) {}

    private record Timed(Made made, long nanos) {}

    /** Off the window's thread. */
    private static Made make(
            Capture capture,
            @Nullable BranchIndex known,
            String branch,
            MessageFilter by,
            List<Gap> gaps,
            @Nullable Looked before,
            long pinned,
            boolean follow) {
        int node = capture.tree().find(branch);
        if (node == SubjectTree.NONE) {
            return new Made(null, null, null);
        }
        BranchIndex present = known != null && known.capture().equals(capture) && known.branch() == node
                ? known
                : new BranchIndex(capture, node, by);
        BranchRows made = present.advance(gaps);
        return new Made(present, made, look(capture, node, before, pinned, follow));
    }

    private static @Nullable Looked look(
            Capture capture, int node, @Nullable Looked before, long pinned, boolean follow) {
        Looked kept = before != null && before.capture().equals(capture) ? before : null;
        if (pinned != NOTHING) {
            return kept != null && kept.ref() == pinned ? kept : read(capture, pinned);
        }
        return follow ? newest(capture, node, kept) : kept;
    }

    private static @Nullable Looked newest(Capture capture, int node, @Nullable Looked kept) {
        // It may move to the store of last messages between the two steps.
        for (int i = 0; i < 3; i++) {
            long ref = capture.tree().lastRef(node);
            if (kept != null && kept.ref() == ref) {
                return kept;
            }
            Looked read = ref == NOTHING ? null : read(capture, ref);
            if (read != null || ref == NOTHING) {
                return read;
            }
        }
        return kept;
    }

    private static @Nullable Looked read(Capture capture, long ref) {
        return capture.log()
                .read(ref)
                .map(message -> new Looked(message, ref, capture))
                .orElse(null);
    }

    private void made(Made made, int asked) {
        making = false;
        // An answer to an older question is dropped.
        if (asked == generation) {
            index = made.index();
            rows.set(made.rows());
            looked.set(made.looked());
            countUnseen(made.rows());
        }
        // Also while paused: what was there at the pause is shown whole.
        if (wanted || (index != null && index.isBehind())) {
            make();
        }
    }

    private void failed(Failure failure) {
        making = false;
    }

    private void countUnseen(@Nullable BranchRows now) {
        long end = now == null ? 0 : now.before() + now.size();
        if (following.get()) {
            seenUpTo = end;
        }
        unseen.set(Math.max(0, end - seenUpTo));
    }

    /**
     * Looks at the message of a row, and no longer follows. A gap's row is selected too, so that one can walk over it;
     * the message looked at stays the one before.
     */
    public void select(BranchRows of, int row) {
        if (!of.isGap(row)) {
            pinned = of.rows()[row];
        }
        pinnedRow = of.before() + row;
        if (following.get()) {
            following.set(false);
        } else {
            refresh();
        }
    }

    /** Looks at the message next to the selected one, past gaps, or at the newest when none is. */
    public void step(int by) {
        BranchRows shown = rows.get();
        if (shown == null || shown.size() == 0) {
            return;
        }
        int at = selectedRow();
        int to = at < 0 ? shown.size() - 1 : Math.clamp((long) at + by, 0, shown.size() - 1);
        int onwards = at < 0 || by < 0 ? -1 : 1;
        while (to >= 0 && to < shown.size() && shown.isGap(to)) {
            to += onwards;
        }
        if (to >= 0 && to < shown.size()) {
            select(shown, to);
        }
    }

    /** The row of the selected message, or -1. */
    public int selectedRow() {
        BranchRows shown = rows.get();
        if (shown == null || pinnedRow < 0) {
            return -1;
        }
        long row = pinnedRow - shown.before();
        return row >= 0 && row < shown.size() ? (int) row : -1;
    }

    /**
     * The message of a row.
     *
     * @param most the most payload bytes to read
     * @return nothing when it has been evicted, or the row is a gap
     */
    public static Optional<MessageHead> read(BranchRows of, int row, int most) {
        if (of.isGap(row)) {
            return Optional.empty();
        }
        return of.capture().log().read(of.rows()[row], most);
    }

    /** The rows to show; none while there is no feed or the subject has not come yet. */
    public ReadOnlyObjectProperty<@Nullable BranchRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The message looked at; none on a mere branch without a selected row. */
    public ReadOnlyObjectProperty<@Nullable Looked> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** How many rows have come since the table stopped following. */
    public ReadOnlyLongProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** The subject at and below which messages are shown; empty for all. */
    public StringProperty branchProperty() {
        return branch;
    }

    public ObjectProperty<MessageFilter> filterProperty() {
        return filter;
    }

    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether the newest row stays in sight. */
    public BooleanProperty followingProperty() {
        return following;
    }
}
