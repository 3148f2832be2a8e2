package app.edgeglass.desktop;

import app.edgeglass.core.connection.ServerUrl;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.SubjectsSettings.Remembered;
import app.edgeglass.desktop.SubjectsSettings.Subscribed;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens on a server what was open there last time: subscriptions and branches. On one that is new, everything is asked
 * for: at once when the server is ours, after a look at the rate when it is not.
 */
final class SessionMemory {

    private final ConnectionViewModel connection;
    private final SubjectsScreen screen;
    private final Section<SubjectsSettings> settings;
    private @Nullable OpenSession present;

    SessionMemory(ConnectionViewModel connection, SubjectsScreen screen, Section<SubjectsSettings> settings) {
        this.connection = connection;
        this.screen = screen;
        this.settings = settings;
        screen.start().propose(settings.get().lastUrl());
        connection.openProperty().subscribe(this::opened);
        screen.subscriptions().items().addListener((javafx.collections.ListChangeListener<Item>) change -> save());
    }

    private void opened(@Nullable OpenSession open) {
        present = null;
        if (open == null) {
            return;
        }
        Remembered before = settings.get().remembered(open.key());
        screen.tree().restore(new HashSet<>(before.branches()));
        for (Subscribed subscribed : before.subscriptions()) {
            if (subscribed.enabled()) {
                screen.subscriptions()
                        .addAtOnce(
                                subscribed.pattern(),
                                subscribed.queue().isEmpty() ? Optional.empty() : Optional.of(subscribed.queue()));
            }
        }
        if (before.subscriptions().stream().noneMatch(Subscribed::enabled)) {
            if (open.world().isPresent()) {
                screen.subscriptions().addAtOnce(">", Optional.empty());
            } else {
                screen.subscriptions().add(">", "");
            }
        }
        present = open;
        if (open.world().isEmpty()) {
            String urls = open.session().profile().urls().stream()
                    .map(ServerUrl::shown)
                    .collect(Collectors.joining(", "));
            settings.update(all -> all.withLastUrl(urls));
        }
    }

    /** Remembers what is open now. */
    void save() {
        OpenSession open = present;
        if (open == null || !open.equals(connection.openProperty().get())) {
            return;
        }
        List<Subscribed> subscriptions = screen.subscriptions().items().stream()
                .map(item -> new Subscribed(
                        item.subscription().pattern().text(),
                        item.subscription().queue().orElse(""),
                        item.enabled()))
                .toList();
        if (subscriptions.isEmpty()) {
            return;
        }
        var branches = List.copyOf(new TreeSet<>(screen.tree().openBranches()));
        settings.update(all -> all.remembering(open.key(), new Remembered(subscriptions, branches)));
    }
}
