package app.edgeglass.desktop.subject;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.CaptureFilter;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.subject.TreeSample;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.tree.TreeTable;
import app.edgeglass.desktop.fx.WorkPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The live tree as rows. Each {@link #sample} asks for a new picture, which is made off the window's thread; at most one
 * is being made at a time, no more often than its cost allows, and none while nothing changes. What a person does is
 * answered at once. Everything here is called on the window's thread.
 *
 * <p>The selection is a subject, not a row: it stays where it is when rows move, and while the subject is filtered out.
 */
public final class SubjectTreeViewModel implements TreeTable.Rows {

    /** After so long without a message all rates are down to nothing. */
    private static final long RATES_FADE = Duration.ofSeconds(30).toNanos();

    private static final long AGES_CHANGE = Duration.ofSeconds(1).toNanos();

    private final TaskRunner runner;
    private final LongSupplier nanoTime;
    private final WorkPace pace;

    private final ReadOnlyObjectWrapper<@Nullable TreeRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper selectedSubject = new ReadOnlyStringWrapper("");
    private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(RowOrder.NAME);
    private final ObjectProperty<MessageFilter> filter = new SimpleObjectProperty<>(MessageFilter.NONE);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty pointerInside = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper ages = new ReadOnlyIntegerWrapper();

    private final List<Consumer<Expansion>> changes = new ArrayList<>();

    private Expansion expansion = new Expansion();
    private @Nullable Feed feed;
    private @Nullable Picture picture;
    private @Nullable SubjectTree selectedIn;
    private int selectedNode = SubjectTree.NONE;
    private boolean making;
    private boolean wanted;
    private long receivedLast;
    private @Nullable Capture capturedLast;
    private long changedNanos;
    private long agedNanos;
    private Set<String> openBranches = Set.of();

    public SubjectTreeViewModel(TaskRunner runner, LongSupplier nanoTime) {
        this.runner = runner;
        this.nanoTime = nanoTime;
        pace = new WorkPace(nanoTime);
        filter.subscribe(() -> refresh());
        order.subscribe(() -> refresh());
    }

    /** What one capture is shown with; used by one task at a time. */
    private static final class Picture {

        private final Capture capture;
        private final TreeSample sample;
        private final TreeFlattener flattener;
        private MessageFilter applied = MessageFilter.NONE;

        Picture(Capture capture, Expansion expansion) {
            this.capture = capture;
            this.sample = new TreeSample(capture.tree());
            this.flattener = new TreeFlattener(sample, expansion);
        }

        void filter(MessageFilter by) {
            if (!applied.equals(by)) {
                applied = by;
                flattener.filter(by.isEmpty() ? null : new CaptureFilter(capture, by));
            }
        }
    }

    /** Shows what this feed brings; nothing without one. Nothing of a former feed's tree is carried over. */
    public void show(@Nullable Feed shown) {
        if (!Objects.equals(feed, shown)) {
            feed = shown;
            picture = null;
            expansion = new Expansion();
            changes.clear();
            openBranches = Set.of();
            rows.set(null);
            select("");
        }
        refresh();
    }

    /**
     * Asks for a picture of now, unless paused. To be called again and again.
     *
     * @return whether messages have come since the last time
     */
    public boolean sample() {
        Feed from = feed;
        if (paused.get() || from == null) {
            return false;
        }
        long now = nanoTime.getAsLong();
        long received = from.capture().received();
        boolean news = received != receivedLast || !from.capture().equals(capturedLast);
        if (news) {
            receivedLast = received;
            capturedLast = from.capture();
            changedNanos = now;
        }
        if (now - changedNanos > RATES_FADE) {
            if (now - agedNanos >= AGES_CHANGE) {
                agedNanos = now;
                ages.set(ages.get() + 1);
            }
        } else if (pace.isDue()) {
            refresh();
        }
        return news;
    }

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
        making = true;
        List<Consumer<Expansion>> due = List.copyOf(changes);
        changes.clear();
        MessageFilter by = filter.get();
        RowOrder ordered = order.get();
        boolean freeze = pointerInside.get();
        boolean isPaused = paused.get();
        Picture known = picture;
        Expansion open = expansion;
        var _ = runner.start(
                "picture of the tree",
                () -> make(from, known, open, due, by, ordered, freeze, isPaused),
                made -> made(made, from),
                this::failed);
    }

    /** Off the window's thread. */
    private Made make(
            Feed from,
            @Nullable Picture known,
            Expansion open,
            List<Consumer<Expansion>> due,
            MessageFilter by,
            RowOrder ordered,
            boolean freeze,
            boolean isPaused) {
        long begun = nanoTime.getAsLong();
        Capture capture = isPaused && known != null ? known.capture : from.capture();
        Picture present = known;
        if (present == null || !present.capture.equals(capture)) {
            if (present != null) {
                open.restart(present.capture.tree());
            }
            present = new Picture(capture, open);
        }
        due.forEach(change -> change.accept(open));
        present.filter(by);
        present.flattener.order(ordered);
        if (!isPaused || present.sample.size() == 0) {
            present.sample.take(nanoTime.getAsLong());
        }
        TreeRows made = present.flattener.rows(freeze);
        return new Made(present, made, open.branches(capture.tree()), nanoTime.getAsLong() - begun);
    }

    private record Made(Picture picture, TreeRows rows, Set<String> openBranches, long nanos) {}

    private void made(Made made, Feed from) {
        making = false;
        pace.took(made.nanos());
        // An answer about another feed than the one shown now is dropped.
        if (from.equals(feed)) {
            picture = made.picture();
            openBranches = made.openBranches();
            rows.set(made.rows());
        }
        // The rest of a filter's answers is fetched at once: somebody waits for it.
        if (wanted || made.rows().pendingSubjects() > 0) {
            make();
        }
    }

    private void failed(Failure failure) {
        making = false;
    }

    @Override
    public void open(int node, boolean wantedOpen) {
        changes.add(change -> change.set(node, wantedOpen));
        refresh();
    }

    /** Closes all branches. */
    public void closeAll() {
        changes.add(Expansion::closeAll);
        refresh();
    }

    /** Opens these branches as soon as they are there, as a former session left them. */
    public void restore(Set<String> branches) {
        changes.add(change -> change.await(branches));
        openBranches = branches;
    }

    /** The branches that are open, for the next session. */
    public Set<String> openBranches() {
        return openBranches;
    }

    /** Selects a subject or a branch; nothing with an empty text. */
    @Override
    public void select(String subject) {
        selectedIn = null;
        selectedSubject.set(subject);
    }

    /** Opens the branches above a subject and selects it. */
    public void reveal(String subject) {
        TreeRows shown = rows.get();
        if (shown == null) {
            return;
        }
        SubjectTree tree = shown.tree();
        int node = tree.find(subject);
        if (node == SubjectTree.NONE) {
            return;
        }
        for (int up = tree.parent(node); up > SubjectTree.ROOT; up = tree.parent(up)) {
            int branch = up;
            changes.add(change -> change.set(branch, true));
        }
        select(subject);
        refresh();
    }

    @Override
    public int selectedRow() {
        TreeRows shown = rows.get();
        String subject = selectedSubject.get();
        if (shown == null || subject.isEmpty()) {
            return -1;
        }
        int node = nodeOf(subject, shown.tree());
        return node == SubjectTree.NONE ? -1 : shown.rowOf(node);
    }

    /** A node keeps its number, so it is looked for only until it is there. */
    private int nodeOf(String subject, SubjectTree tree) {
        if (selectedIn == null || !selectedIn.equals(tree)) {
            selectedNode = tree.find(subject);
            selectedIn = selectedNode == SubjectTree.NONE ? null : tree;
        }
        return selectedNode;
    }

    /**
     * The last message of a row's subject.
     *
     * @param most the most payload bytes to read
     * @return nothing for a mere branch, and when the message has gone
     */
    public Optional<MessageHead> lastMessage(TreeRows of, int row, int most) {
        Picture present = picture;
        if (present == null || !present.capture.tree().equals(of.tree())) {
            return Optional.empty();
        }
        return present.capture.log().last(of.nodes()[row], most);
    }

    /** The rows to show; none while there is no feed. */
    public ReadOnlyObjectProperty<@Nullable TreeRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Changes when the ages of the rows are to be looked at again though nothing else has changed. */
    public ReadOnlyIntegerProperty agesProperty() {
        return ages.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty selectedSubjectProperty() {
        return selectedSubject.getReadOnlyProperty();
    }

    public ObjectProperty<RowOrder> orderProperty() {
        return order;
    }

    public ObjectProperty<MessageFilter> filterProperty() {
        return filter;
    }

    /** Whether the picture stands still; what arrives is counted and kept all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether the pointer rests on the rows, so that they must not move under it. */
    public BooleanProperty pointerInsideProperty() {
        return pointerInside;
    }
}
