package app.edgeglass.desktop;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.SubjectsSettings.Remembered;
import app.edgeglass.desktop.SubjectsSettings.Subscribed;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Former;
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
    private final SubjectModels models;
    private final Section<SubjectsSettings> settings;
    private @Nullable OpenSession present;

    SessionMemory(ConnectionViewModel connection, SubjectModels models, Section<SubjectsSettings> settings) {
        this.connection = connection;
        this.models = models;
        this.settings = settings;
        connection.openProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenSession open) {
        present = null;
        if (open == null) {
            return;
        }
        Remembered before = settings.get().remembered(open.key());
        models.tree().restore(new HashSet<>(before.branches()));
        List<Former> former = former(open.session().profile(), before);
        if (!former.isEmpty()) {
            models.subscriptions().restore(former);
        } else if (open.world().isPresent()) {
            models.subscriptions().restore(List.of(new Former(">", Optional.empty(), true)));
        } else {
            models.subscriptions().add(">", "");
        }
        present = open;
        if (open.world().isEmpty()) {
            String url = url(open.session().profile());
            settings.update(all -> all.withLastUrl(url));
        }
    }

    /** What the profile asks for comes before what was open last: who wrote it there wants it each time. */
    private static List<Former> former(Profile profile, Remembered before) {
        if (!profile.subscriptions().isEmpty()) {
            return profile.subscriptions().stream()
                    .map(pattern -> new Former(pattern, Optional.empty(), true))
                    .toList();
        }
        return before.subscriptions().stream()
                .map(one -> new Former(
                        one.pattern(),
                        one.queue().isEmpty() ? Optional.empty() : Optional.of(one.queue()),
                        one.enabled()))
                .toList();
    }

    /** As it would be typed, without secrets. */
    private static String url(Profile profile) {
        return profile.urls().stream()
                .map(url -> url.shown() + url.uri().getRawPath())
                .collect(Collectors.joining(","));
    }

    /** Remembers what is open now. To be called again and again: what is the same as before costs nothing. */
    void save() {
        OpenSession open = present;
        if (open == null
                || !open.equals(connection.openProperty().get())
                || models.subscriptions().isRestoring()) {
            return;
        }
        List<Subscribed> subscriptions = models.subscriptions().items().stream()
                .map(item -> new Subscribed(
                        item.subscription().pattern().text(),
                        item.subscription().queue().orElse(""),
                        item.enabled()))
                .toList();
        var branches = List.copyOf(new TreeSet<>(models.tree().openBranches()));
        settings.update(all -> all.remembering(open.key(), new Remembered(subscriptions, branches)));
    }
}
