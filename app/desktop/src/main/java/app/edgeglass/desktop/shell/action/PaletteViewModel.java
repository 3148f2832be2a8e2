package app.edgeglass.desktop.shell.action;

import app.edgeglass.core.settings.Section;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The command palette: what fits to what is typed, under its headings, and the row that Enter takes. Actions are matched
 * at once; other sources answer from the background, and an answer to an older query is dropped.
 */
public final class PaletteViewModel {

    private static final int MOST_OF_A_SOURCE = 8;

    private final Actions actions;
    private final TaskRunner tasks;
    private final Section<PaletteSettings> settings;
    private final List<String> lastGroups;
    private final List<PaletteSource> sources = new ArrayList<>();
    private final List<RunningTask> searches = new ArrayList<>();
    private final Map<PaletteSource, List<PaletteEntry>> found = new LinkedHashMap<>();
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable PaletteRow> selected = new ReadOnlyObjectWrapper<>();
    private String query = "";

    /** @param lastGroups the headings that come after all others while nothing is typed */
    public PaletteViewModel(
            Actions actions, TaskRunner tasks, Section<PaletteSettings> settings, List<String> lastGroups) {
        this.lastGroups = List.copyOf(lastGroups);
        this.actions = actions;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** Adds a source of entries. */
    public Subscription addSource(PaletteSource source) {
        sources.add(source);
        return () -> sources.remove(source);
    }

    /** Begins anew: everything that can be done, recently used first. */
    public void open() {
        type("");
    }

    /** Shows what fits to the text. */
    public void type(String text) {
        query = text.strip();
        searches.forEach(RunningTask::cancel);
        searches.clear();
        found.clear();
        if (!query.isEmpty()) {
            String asked = query;
            for (PaletteSource source : sources) {
                searches.add(tasks.start(
                        "palette",
                        () -> source.find(asked, MOST_OF_A_SOURCE),
                        entries -> answered(asked, source, entries),
                        failure -> answered(asked, source, List.of())));
            }
        }
        show(true);
    }

    private void answered(String asked, PaletteSource source, List<PaletteEntry> entries) {
        if (asked.equals(query)) {
            found.put(source, entries);
            show(false);
        }
    }

    private void show(boolean fromTop) {
        var shown = new ArrayList<PaletteRow>();
        if (query.isEmpty()) {
            addRecent(shown);
        }
        addActions(shown);
        for (PaletteSource source : sources) {
            List<PaletteEntry> entries = found.getOrDefault(source, List.of());
            if (!entries.isEmpty()) {
                shown.add(new PaletteRow.Heading(source.group()));
                entries.forEach(entry -> shown.add(new PaletteRow.Found(entry, positions(entry))));
            }
        }
        PaletteRow before = selected.get();
        rows.setAll(shown);
        selected.set(!fromTop && before != null && rows.contains(before) ? before : first());
    }

    private List<Integer> positions(PaletteEntry entry) {
        return Fuzzy.match(query, entry.title()).orElse(Fuzzy.Match.ALL).positions();
    }

    private void addRecent(List<PaletteRow> shown) {
        List<Action> recent = settings.get().recent().stream()
                .map(actions::find)
                .flatMap(Optional::stream)
                .filter(action -> action.enabled().getAsBoolean())
                .toList();
        if (!recent.isEmpty()) {
            shown.add(new PaletteRow.Heading(Texts.WORDS.say("palette.recent")));
            recent.forEach(action -> shown.add(new PaletteRow.Command(action, List.of())));
        }
    }

    private void addActions(List<PaletteRow> shown) {
        var groups = new LinkedHashMap<String, List<Scored>>();
        for (Action action : actions.all()) {
            if (!action.id().equals(Actions.PALETTE)
                    && action.enabled().getAsBoolean()
                    && !(query.isEmpty() && recentlyUsed(action))) {
                score(action)
                        .ifPresent(scored -> groups.computeIfAbsent(action.group(), group -> new ArrayList<>())
                                .add(scored));
            }
        }
        Comparator<Scored> bestFirst = Comparator.comparingInt(Scored::score).reversed();
        var ordered = new ArrayList<>(groups.entrySet());
        if (query.isEmpty()) {
            ordered.sort(Comparator.comparingInt(group -> lastGroups.indexOf(group.getKey())));
        } else {
            groups.values().forEach(group -> group.sort(bestFirst));
            ordered.sort(Comparator.comparing(group -> group.getValue().getFirst(), bestFirst));
        }
        for (var group : ordered) {
            shown.add(new PaletteRow.Heading(group.getKey()));
            group.getValue()
                    .forEach(scored -> shown.add(new PaletteRow.Command(
                            scored.action(), scored.match().positions())));
        }
    }

    private boolean recentlyUsed(Action action) {
        return settings.get().recent().contains(action.id());
    }

    /** The title fits best; its keywords and its group fit too, but count less. */
    private Optional<Scored> score(Action action) {
        int recently = recentlyUsed(action) ? 6 : 0;
        var title = Fuzzy.match(query, action.title());
        if (title.isPresent()) {
            return title.map(match -> new Scored(action, match, match.score() * 2 + recently));
        }
        String others = action.title() + " " + action.keywords() + " " + action.group();
        return Fuzzy.begins(query, others)
                ? Optional.of(new Scored(action, Fuzzy.Match.ALL, recently))
                : Optional.empty();
    }

    private record Scored(Action action, Fuzzy.Match match, int score) {}

    private @Nullable PaletteRow first() {
        return rows.stream().filter(PaletteRow::canRun).findFirst().orElse(null);
    }

    /** Selects the next row that can be taken, or the one before; goes round at the ends. */
    public void move(int by) {
        List<PaletteRow> takeable = rows.stream().filter(PaletteRow::canRun).toList();
        if (!takeable.isEmpty()) {
            int at = takeable.indexOf(selected.get());
            selected.set(takeable.get(Math.floorMod(at + by, takeable.size())));
        }
    }

    public void select(PaletteRow row) {
        if (row.canRun()) {
            selected.set(row);
        }
    }

    /** What the selected row does; remembers an action as used. To be run after the palette has closed. */
    public Optional<Runnable> take() {
        return switch (selected.get()) {
            case PaletteRow.Command command -> {
                settings.update(remembered -> remembered.used(command.action().id()));
                yield Optional.of(() -> actions.run(command.action().id()));
            }
            case PaletteRow.Found entry -> Optional.of(entry.entry().run());
            case null, default -> Optional.empty();
        };
    }

    public ObservableList<PaletteRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable PaletteRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
