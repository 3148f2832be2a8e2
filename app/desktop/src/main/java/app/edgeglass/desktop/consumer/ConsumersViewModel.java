package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerList;
import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.Consumers;
import app.edgeglass.core.consumer.LagHistory;
import app.edgeglass.core.consumer.LagTimes;
import app.edgeglass.core.consumer.Trend;
import app.edgeglass.core.consumer.Warnings;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The consumers of one stream, asked for again and again while somebody looks. One question is under way at most, so that a slow
 * server is asked less often. Used on the window's thread only.
 */
public final class ConsumersViewModel {

    /** How often to choose from. */
    static final List<Duration> INTERVALS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    /**
     * What the table shows.
     *
     * @param lines those that pass the filter, in order
     * @param total how many the stream has
     * @param abnormal with how many of all something is wrong
     * @param missing of whom no server answered
     * @param took how long the server was asked
     */
    record Shown(List<Line> lines, int total, int abnormal, List<String> missing, Instant at, Duration took) {}

    private final OneTask task;
    private final Clock clock;
    private final LagHistory history = new LagHistory();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Line> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StreamRef> stream = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(Duration.ofSeconds(2));
    private final StringProperty filter = new SimpleStringProperty("");

    private @Nullable ConsumerList list;
    private @Nullable LagTimes lagTimes;
    private Map<String, Instant> oldest = Map.of();
    private Set<String> visible = Set.of();
    private String selectedName = "";
    private Order order = Order.ABNORMAL;
    private boolean descending;
    private Instant asked = Instant.EPOCH;

    public ConsumersViewModel(TaskRunner tasks, Clock clock) {
        this.task = new OneTask(tasks);
        this.clock = clock;
        filter.subscribe(() -> show());
    }

    /** Shows the consumers of a stream; none lets go of everything. */
    public void show(@Nullable StreamRef of) {
        task.cancel();
        history.clear();
        list = null;
        oldest = Map.of();
        selectedName = "";
        selected.set(null);
        failure.set(null);
        shown.set(null);
        stream.set(of);
        lagTimes = of == null ? null : new LagTimes(new JetStreamApi(of.session()), of.name());
        if (of != null) {
            refresh();
        }
    }

    /** To be called often while it can be seen; asks when it is time to. */
    public void sample() {
        boolean due =
                !Duration.between(asked, clock.instant()).minus(interval.get()).isNegative();
        if (!paused.get() && due) {
            refresh();
        }
    }

    /** Asks now, unless that is under way. */
    public void refresh() {
        StreamRef of = stream.get();
        if (of == null || task.isRunning()) {
            return;
        }
        asked = clock.instant();
        var consumers = new Consumers(new JetStreamApi(of.session()), clock);
        task.start("list of consumers", () -> consumers.list(of.name()), this::listed, this::failed);
    }

    private void listed(ConsumerList answer) {
        failure.set(null);
        list = answer;
        history.add(answer);
        show();
        LagTimes times = lagTimes;
        List<ConsumerRow> looked = looked(answer);
        if (times != null && !looked.isEmpty()) {
            task.start(
                    "age of what consumers have not done",
                    () -> times.oldest(looked),
                    known -> {
                        oldest = known;
                        show();
                    },
                    this::failed);
        }
    }

    /** What was listed last stays. */
    private void failed(Failure why) {
        failure.set(why);
    }

    /** Those on the screen, the selected one first. */
    private List<ConsumerRow> looked(ConsumerList answer) {
        return answer.rows().stream()
                .filter(row -> visible.contains(row.name()) || row.name().equals(selectedName))
                .sorted((a, b) ->
                        Boolean.compare(b.name().equals(selectedName), a.name().equals(selectedName)))
                .limit(LagTimes.MOST)
                .toList();
    }

    private void show() {
        ConsumerList now = list;
        if (now == null) {
            return;
        }
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<Line> all = now.rows().stream().map(this::line).toList();
        List<Line> lines = all.stream()
                .filter(line -> wanted.isEmpty() || matches(line.row(), wanted))
                .sorted(order.comparator(descending))
                .toList();
        int abnormal =
                (int) all.stream().filter(line -> !line.warnings().isEmpty()).count();
        shown.set(new Shown(lines, now.total(), abnormal, now.missing(), now.at(), now.took()));
        selected.set(all.stream()
                .filter(line -> line.row().name().equals(selectedName))
                .findFirst()
                .orElse(null));
    }

    private Line line(ConsumerRow row) {
        Trend trend = history.trend(row.name());
        return new Line(
                row,
                Warnings.of(row, trend),
                trend,
                history.change(row.name()),
                history.done(row.name()),
                Optional.ofNullable(oldest.get(row.name())));
    }

    /** By its name, or by a subject that it is for. */
    private static boolean matches(ConsumerRow row, String wanted) {
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.filters().stream()
                        .anyMatch(subject -> subject.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Which rows are on the screen: for those it is found out how old their oldest message is. */
    void look(List<String> names) {
        visible = new HashSet<>(names);
    }

    /** @param name empty for none */
    void select(String name) {
        if (!selectedName.equals(name)) {
            selectedName = name;
            show();
        }
    }

    void sort(Order by, boolean downwards) {
        if (order != by || descending != downwards) {
            order = by;
            descending = downwards;
            show();
        }
    }

    /** The lag of the selected one at each time that it was asked for. */
    List<Long> selectedLags() {
        return history.lags(selectedName);
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The selected consumer, also one that does not pass the filter; none when it is gone. */
    ReadOnlyObjectProperty<@Nullable Line> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Why the last question was not answered. */
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable StreamRef> streamProperty() {
        return stream.getReadOnlyProperty();
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    StringProperty filterProperty() {
        return filter;
    }
}
