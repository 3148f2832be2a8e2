package app.edgeglass.desktop;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.SecretKeeper;
import app.edgeglass.desktop.connection.StartView.Known;
import app.edgeglass.desktop.connection.StartView.Remedy;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.profile.editor.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Offers the kept connections to the start pages, which are there before the screen of the connections is. */
final class KnownConnections implements StartOffers {

    /** More than a person takes in at a glance; the rest is one click away. */
    private static final int MOST = 6;

    private final ReadOnlyObjectWrapper<List<Known>> known = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable ConnectionsScreen screen;

    void serve(ConnectionsScreen served) {
        screen = served;
        ConnectionsViewModel model = served.model();
        model.list().rowsProperty().subscribe(rows -> offer(model));
        model.list().recentProperty().subscribe(recent -> offer(model));
    }

    private void offer(ConnectionsViewModel model) {
        List<String> recent = model.list().recentProperty().get();
        var all = new ArrayList<Known>();
        model.profiles().forEach(profile -> all.add(of(model, profile)));
        model.contexts().rowsProperty().get().stream()
                .filter(row -> row.problem().isEmpty())
                .forEach(row -> all.add(of(model, row)));
        all.sort(Comparator.comparingInt(one -> place(recent, one.id())));
        known.set(all.stream().limit(MOST).toList());
    }

    private static int place(List<String> recent, String id) {
        int place = recent.indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static Known of(ConnectionsViewModel model, Profile profile) {
        boolean production = profile.environment() == Environment.PRODUCTION;
        String badge = switch (profile.environment()) {
            case DEVELOPMENT -> "";
            case STAGING -> Texts.WORDS.say("known.staging");
            case PRODUCTION -> Texts.WORDS.say("known.production");
        };
        return new Known(
                profile.id(),
                profile.name(),
                profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", ")),
                profile.look().colour(),
                badge,
                production,
                false,
                () -> model.opening().connect(profile));
    }

    private static Known of(ConnectionsViewModel model, ContextRow row) {
        return new Known(
                CliContexts.idOf(row.name()),
                row.name(),
                Texts.WORDS.say("known.context", row.urls()),
                ProfileColour.NONE,
                "",
                false,
                true,
                () -> model.opening().use(row.name()));
    }

    @Override
    public ObservableValue<List<Known>> known() {
        return known.getReadOnlyProperty();
    }

    @Override
    public void showAll() {
        if (screen != null) {
            screen.show().focusSearch();
        }
    }

    @Override
    public void keep(String urls) {
        if (screen != null) {
            screen.keep(urls);
        }
    }

    @Override
    public SecretKeeper secrets() {
        return new SecretKeeper() {
            @Override
            public boolean canKeep(Profile profile) {
                return screen != null && screen.model().opening().canKeep(profile);
            }

            @Override
            public void keep(Profile profile, Secret which, SecretValue value) {
                if (screen != null) {
                    screen.model().opening().keep(profile, Map.of(which, value));
                }
            }
        };
    }

    @Override
    public List<Remedy> remedies(ConnectionViewModel connection, Failure failure) {
        ConnectionsScreen served = screen;
        if (served == null
                || failure.key().startsWith("url.")
                || !(connection.targetProperty().get() instanceof Target.Server server)) {
            return List.of();
        }
        var remedies = new ArrayList<Remedy>();
        remedies.add(new Remedy(
                "examine", Texts.WORDS.say("known.examine"), () -> served.examine(server.profile(), server.secrets())));
        if (served.model().isKept(server.profile().id())) {
            remedies.add(new Remedy("edit", Texts.WORDS.say("known.edit"), () -> edit(served, server, failure)));
        }
        return remedies;
    }

    private static void edit(ConnectionsScreen served, Target.Server server, Failure failure) {
        served.model().choose(server.profile().id());
        if (failure.key().startsWith("tls.")) {
            served.show().show(Section.SECURITY);
        } else if (failure.key().startsWith("login.") || failure.key().endsWith("-refused")) {
            served.show().show(Section.SIGN_IN);
        } else {
            served.show().show(Field.SERVERS);
        }
    }
}
