package app.edgeglass.desktop.census;

import app.edgeglass.core.census.Census;
import app.edgeglass.core.census.SubjectNames;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.subject.TreeSample;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.desktop.control.tree.TreeTable;
import app.edgeglass.desktop.fx.WorkPace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of a stream as rows of a tree, which fills while they are counted. Everything here is called on the window's
 * thread; counting and laying out are not done there.
 */
public final class CensusViewModel implements TreeTable.Rows {

    /** The most that the tree may take, or a part of the heap where that is less. */
    private static final long MOST_BYTES = 256L << 20;

    private final TaskRunner runner;
    private final LongSupplier nanoTime;
    private final WorkPace pace;

    private final ReadOnlyObjectWrapper<CensusState> state = new ReadOnlyObjectWrapper<>(new CensusState.None());
    private final ReadOnlyObjectWrapper<@Nullable TreeRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper selectedSubject = new ReadOnlyStringWrapper("");
    private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(RowOrder.NAME);
    private final ObjectProperty<MessageFilter> filter = new SimpleObjectProperty<>(MessageFilter.NONE);
    private final List<Consumer<Expansion>> changes = new ArrayList<>();

    private @Nullable StreamRef stream;
    private @Nullable Picture picture;
    private RunningTask counting = () -> {};
    private boolean making;
    private boolean wanted;

    /** What one census is shown with; used by one task at a time. */
    private static final class Picture {

        private final Census census;
        private final Expansion expansion = new Expansion();
        private final TreeSample sample;
        private final TreeFlattener flattener;
        private MessageFilter applied = MessageFilter.NONE;

        Picture(Census census) {
            this.census = census;
            sample = new TreeSample(census.tree());
            flattener = new TreeFlattener(sample, expansion);
        }

        TreeRows rows(List<Consumer<Expansion>> due, MessageFilter by, RowOrder ordered, long nanos) {
            due.forEach(change -> change.accept(expansion));
            if (!applied.equals(by)) {
                applied = by;
                flattener.filter(by.isEmpty() ? null : new SubjectNames(by));
            }
            flattener.order(ordered);
            sample.take(nanos);
            return flattener.rows(false);
        }
    }

    public CensusViewModel(TaskRunner runner, LongSupplier nanoTime) {
        this.runner = runner;
        this.nanoTime = nanoTime;
        pace = new WorkPace(nanoTime);
        filter.subscribe(() -> refresh());
        order.subscribe(() -> refresh());
    }

    /** Counts the subjects of this stream, if it is not counted yet. Without one the counting ends and the tree goes. */
    public void show(@Nullable StreamRef shown) {
        if (shown == null) {
            counting.cancel();
            forget();
            stream = null;
            state.set(new CensusState.None());
        } else if (!shown.equals(stream)) {
            stream = shown;
            count();
        }
    }

    private void forget() {
        picture = null;
        changes.clear();
        rows.set(null);
        selectedSubject.set("");
    }

    /** Counts anew. */
    public void count() {
        StreamRef of = stream;
        if (of == null) {
            return;
        }
        counting.cancel();
        forget();
        var census = new Census(of, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8));
        var present = new Picture(census);
        picture = present;
        state.set(new CensusState.Counting(census.progress()));
        counting = runner.start(
                "count the subjects of a stream",
                census::run,
                progress -> ended(present, new CensusState.Counted(progress)),
                failure -> ended(present, new CensusState.Failed(census.progress(), failure)));
    }

    private void ended(Picture of, CensusState how) {
        if (of.equals(picture)) {
            state.set(how);
            refresh();
        }
    }

    /** Ends the counting; what is counted stays. */
    public void stop() {
        Picture present = picture;
        if (present != null && state.get() instanceof CensusState.Counting) {
            counting.cancel();
            state.set(new CensusState.Stopped(present.census.progress()));
            refresh();
        }
    }

    /** Looks how far the counting is; a few times a second. */
    public void sample() {
        Picture present = picture;
        if (present != null && state.get() instanceof CensusState.Counting) {
            state.set(new CensusState.Counting(present.census.progress()));
            if (pace.isDue()) {
                refresh();
            }
        }
    }

    private void refresh() {
        wanted = true;
        if (!making) {
            make();
        }
    }

    private void make() {
        wanted = false;
        Picture present = picture;
        if (present == null) {
            return;
        }
        making = true;
        List<Consumer<Expansion>> due = List.copyOf(changes);
        changes.clear();
        MessageFilter by = filter.get();
        RowOrder ordered = order.get();
        long begun = nanoTime.getAsLong();
        var _ = runner.start(
                "picture of a stream's subjects",
                () -> present.rows(due, by, ordered, begun),
                made -> made(present, made, nanoTime.getAsLong() - begun),
                this::failed);
    }

    private void made(Picture of, TreeRows made, long nanos) {
        making = false;
        pace.took(nanos);
        boolean current = of.equals(picture);
        if (current) {
            rows.set(made);
        }
        if (wanted || (current && made.pendingSubjects() > 0)) {
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

    @Override
    public void select(String subject) {
        selectedSubject.set(subject);
    }

    @Override
    public int selectedRow() {
        TreeRows shown = rows.get();
        String subject = selectedSubject.get();
        if (shown == null || subject.isEmpty()) {
            return -1;
        }
        int node = shown.tree().find(subject);
        return node == SubjectTree.NONE ? -1 : shown.rowOf(node);
    }

    /** Whose subjects are shown; none while no stream is looked at. */
    @Nullable
    StreamRef stream() {
        return stream;
    }

    public ReadOnlyObjectProperty<CensusState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The rows to show; none while no stream is looked at. */
    public ReadOnlyObjectProperty<@Nullable TreeRows> rowsProperty() {
        return rows.getReadOnlyProperty();
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
}
