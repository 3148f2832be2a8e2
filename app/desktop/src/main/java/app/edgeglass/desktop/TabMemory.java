package app.edgeglass.desktop;

import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.SessionsSettings.Tab;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.settings.AtStart;
import app.edgeglass.desktop.settings.SettingsViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers which sessions are open, and opens them again at the start: each on its own, none waits for another. */
final class TabMemory implements SettingsViewModel.Start {

    private final Workspaces workspaces;
    private final SessionSources sources;
    private final Section<SessionsSettings> settings;
    /** Of the last time: what is open now is remembered before anything of it is opened. */
    private final SessionsSettings last;

    TabMemory(Workspaces workspaces, SessionSources sources, Section<SessionsSettings> settings) {
        this.workspaces = workspaces;
        this.sources = sources;
        this.settings = settings;
        this.last = settings.get();
    }

    /** Remembers what is open now. To be called again and again: what is the same as before costs little. */
    void remember() {
        var tabs = new ArrayList<Tab>();
        int shown = 0;
        for (Workspace one : workspaces.all()) {
            Optional<Tab> tab = tab(one);
            if (tab.isPresent() && one.equals(workspaces.current())) {
                shown = tabs.size();
            }
            tab.ifPresent(tabs::add);
        }
        int place = shown;
        settings.update(before -> before.withTabs(tabs, place));
    }

    private Optional<Tab> tab(Workspace of) {
        Target target = of.connection().targetProperty().get();
        // What failed is tried again; only what the person has left is left alone.
        boolean open = !(of.connection().standingProperty().get() instanceof Standing.Idle);
        return Tab.of(target, open, sources::isKept);
    }

    /** Opens what the settings say. */
    void open() {
        boolean again = atStart() == AtStart.LAST && last.hasServer();
        var tabs = new ArrayList<>(again ? last.tabs() : List.of());
        last.autoConnect().stream()
                .filter(id -> tabs.stream().noneMatch(tab -> tab.what().equals(id)))
                .filter(sources::isKept)
                .forEach(id -> tabs.add(new Tab(SessionsSettings.Kind.PROFILE, name(id), id, "", false, true)));
        if (!tabs.isEmpty()) {
            workspaces.restore(tabs.size(), again ? last.shown() : 0, (place, workspace) -> {
                Tab tab = tabs.get(place);
                Target target = sources.target(tab);
                if (tab.open()) {
                    workspace.connection().connect(target);
                } else {
                    workspace.connection().expect(target);
                }
            });
        } else if (atStart() != AtStart.PAGE) {
            workspaces.startLocal(Options.USUAL_SAMPLE);
        }
    }

    private String name(String id) {
        return sources.profiles().find(id).map(profile -> profile.name()).orElse(id);
    }

    @Override
    public AtStart atStart() {
        return settings.get().atStart();
    }

    @Override
    public void choose(AtStart choice) {
        settings.update(before -> before.withAtStart(choice));
    }
}
