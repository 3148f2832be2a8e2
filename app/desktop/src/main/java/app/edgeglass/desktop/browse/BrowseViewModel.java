package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.JumpTarget;
import app.edgeglass.core.browse.Lines;
import app.edgeglass.core.browse.Row;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a stream that a table has room for, wherever in the stream that is, and the one of them that is looked at. Pages are
 * read off the window's thread; an answer that is no longer wanted is kept for later or dropped, and never moves the table.
 */
public final class BrowseViewModel {

    /** After so many looks in vain it asks again by itself; who cannot wait tries again by hand. */
    private static final int RESTS = 10;

    private final TaskRunner runner;
    private final SearchViewModel search;
    private final DensityViewModel density;
    private final PageReading pages;
    private final Jumps jumps;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StoredMessage> looked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper();
    private final BooleanProperty following = new SimpleBooleanProperty(true);

    private @Nullable StreamReader reader;
    private @Nullable Extent extent;
    private int room = 20;
    private long top = 1;
    private @Nullable RunningTask refreshing;
    private int resting;

    public BrowseViewModel(TaskRunner runner) {
        this.runner = runner;
        this.search = new SearchViewModel(runner);
        this.density = new DensityViewModel(runner);
        this.pages = new PageReading(runner, this::draw, this::failed);
        this.jumps = new Jumps(this, runner, this::failed);
        following.subscribe(follow -> {
            if (follow) {
                draw();
            }
        });
    }

    /** Shows a stream from its end; nothing without one. */
    public void show(@Nullable StreamRef stream) {
        pages.stop();
        jumps.use(null);
        cancel(refreshing);
        refreshing = null;
        StreamReader before = reader;
        reader = null;
        extent = null;
        search.use(null);
        density.use(null);
        shown.set(null);
        looked.set(null);
        selected.set(0);
        failure.set(null);
        top = 1;
        following.set(true);
        if (before != null) {
            before.close();
        }
        if (stream != null) {
            open(stream);
        }
    }

    private void open(StreamRef stream) {
        try {
            StreamReader opened = new StreamReader(stream);
            reader = opened;
            search.use(opened);
            density.use(opened);
            jumps.use(opened);
            refresh();
        } catch (Failure e) {
            failure.set(e);
        }
    }

    /** Asks from where to where the stream goes now. To be called every second or so while it can be seen. */
    public void sample() {
        if (resting > 0) {
            resting--;
        } else {
            refresh();
        }
    }

    /** Looks how far a search is. To be called several times a second. */
    public void sampleSearch() {
        search.sample();
    }

    /** Asks at once. */
    public void refresh() {
        StreamReader of = reader;
        if (of == null || refreshing != null) {
            return;
        }
        // Set before: a runner may answer at once.
        refreshing = () -> {};
        RunningTask task = runner.start("extent of a stream", of::refresh, this::refreshed, e -> {
            refreshing = null;
            failed(e);
        });
        if (refreshing != null) {
            refreshing = task;
        }
    }

    private void failed(Failure why) {
        resting = RESTS;
        failure.set(why);
    }

    private void refreshed(Extent now) {
        refreshing = null;
        resting = 0;
        failure.set(null);
        boolean news = !now.equals(extent);
        extent = now;
        density.follow(now);
        Shown before = shown.get();
        if (news || before == null || before.rows().stream().anyMatch(Row.Coming.class::isInstance)) {
            draw();
        }
    }

    /** How many rows there is room for. */
    public void room(int rows) {
        if (rows > 0 && rows != room) {
            room = rows;
            draw();
        }
    }

    /** Puts up what is known, and has read what is not. */
    private void draw() {
        StreamReader of = reader;
        if (of == null || extent == null) {
            return;
        }
        Lines lines = new Lines(of);
        long lastTop = lines.topOfEnd(room);
        top = following.get() ? lastTop : lines.start(Math.min(top, lastTop));
        Lines.View view = lines.from(top, room);
        shown.set(new Shown(of.extent(), top, lastTop, view.rows()));
        settleSelection();
        pages.want(of, view.missing());
    }

    private static void cancel(@Nullable RunningTask task) {
        if (task != null) {
            task.cancel();
        }
    }

    /** Moves the table so that it begins with a sequence, or ends with the last message. */
    public void scrollTo(long sequence) {
        top = sequence;
        jumps.forget();
        if (following.get()) {
            following.set(false);
        }
        draw();
    }

    /** Moves it by rows: down, or up when it is less than zero. */
    public void scroll(int rows) {
        StreamReader of = reader;
        if (of != null && shown.get() != null && rows != 0) {
            Lines lines = new Lines(of);
            scrollTo(rows > 0 ? lines.down(top, rows) : lines.up(top, -rows));
        }
    }

    /** By as many rows as can be seen. */
    public void turn(int pages) {
        scroll(pages * Math.max(1, room - 1));
    }

    public void toFirst() {
        scrollTo(1);
    }

    /** To the end, and stays there as it moves. */
    public void toLast() {
        following.set(true);
    }

    /** Looks at the message of a row. */
    public void select(Row row) {
        selected.set(row.from());
        looked.set(row instanceof Row.Stored(StoredMessage message) ? message : null);
        following.set(false);
    }

    /** Looks at the row next to the one that is looked at, which comes into sight. */
    public void step(int by) {
        StreamReader of = reader;
        Shown now = shown.get();
        if (of == null || now == null || now.rows().isEmpty()) {
            return;
        }
        Lines lines = new Lines(of);
        long from = selected.get();
        long to = from == 0
                ? now.rows().getLast().from()
                : by > 0 ? lines.down(from, by) : lines.up(lines.start(from), -by);
        goTo(to, false);
    }

    /** Selects a message and brings it into sight, with some of those before it. */
    void goTo(long sequence) {
        goTo(sequence, true);
    }

    /** Where it can be seen already nothing moves. */
    private void goTo(long sequence, boolean middle) {
        StreamReader of = reader;
        Shown now = shown.get();
        following.set(false);
        selected.set(sequence);
        if (of == null || now == null) {
            top = sequence; // For when the stream's extent is known.
            return;
        }
        boolean visible = now.rows().stream().anyMatch(row -> row.from() <= sequence && sequence <= row.to());
        if (!visible) {
            Lines lines = new Lines(of);
            int above = middle ? room / 3 : sequence < now.top() ? 0 : room - 1;
            top = lines.up(lines.start(sequence), above);
        }
        draw();
    }

    /** The selected row's message, once it is there. */
    private void settleSelection() {
        Shown now = shown.get();
        long sequence = selected.get();
        if (now == null || sequence == 0) {
            return;
        }
        StoredMessage already = looked.get();
        if (already != null && already.sequence() == sequence) {
            return;
        }
        looked.set(now.rows().stream()
                .filter(row -> row.from() <= sequence && sequence <= row.to())
                .findFirst()
                .map(row -> row instanceof Row.Stored(StoredMessage message) ? message : null)
                .orElse(null));
    }

    /** Goes where a person wants to, and says so when there is nothing. */
    public void jump(JumpTarget target) {
        jumps.to(target);
    }

    /** To the last message of some subjects. */
    void jumpToLastOf(String pattern) {
        jumps.toLastOf(pattern);
    }

    /** From where on the next of something is looked for. */
    long onwards() {
        Shown now = shown.get();
        return selected.get() > 0 ? selected.get() + 1 : now == null || following.get() ? 1 : now.top();
    }

    /** Goes to the next that the search has found, or the one before. */
    public void toFound(boolean behind) {
        Shown now = shown.get();
        if (now != null) {
            long from = selected.get() > 0 ? selected.get() : behind ? 0 : Long.MAX_VALUE;
            long found = search.nearest(from, behind);
            if (found > 0) {
                goTo(found, true);
            }
        }
    }

    /** Gives what reads the stream, for what is done off the window's thread; nothing without a stream. */
    public Optional<StreamReader> reader() {
        return Optional.ofNullable(reader);
    }

    public Optional<StreamRef> stream() {
        return reader().map(StreamReader::stream);
    }

    SearchViewModel search() {
        return search;
    }

    DensityViewModel density() {
        return density;
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why nothing more can be read just now. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The message that is looked at, perhaps only the first bytes of its payload. */
    public ReadOnlyObjectProperty<@Nullable StoredMessage> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** The sequence of the selected row; 0 for none. */
    public ReadOnlyLongProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What has to be said about the last jump. */
    ReadOnlyStringProperty noteProperty() {
        return jumps.noteProperty();
    }

    /** Whether the newest row stays in sight. */
    public BooleanProperty followingProperty() {
        return following;
    }
}
