package app.edgeglass.desktop;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.desktop.shell.session.SessionTab;
import app.edgeglass.desktop.testing.UiDriver;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The sessions of the real window, looked at and opened. */
record SessionsWindow(SubjectsWindow window) {

    UiDriver ui() {
        return window.ui();
    }

    Workspaces workspaces() {
        return ui().wiring().workspaces();
    }

    /** From left to right. */
    List<SessionTab> tabs() {
        return UiDriver.onFx(() -> workspaces().tabs().tabsProperty().get());
    }

    List<Integer> ids() {
        return tabs().stream().map(SessionTab::id).toList();
    }

    int shown() {
        return UiDriver.onFx(() -> workspaces().current().id());
    }

    void awaitTab(int id, String what, Predicate<SessionTab> is) {
        ui().await(
                        what + " in tab " + id,
                        () -> workspaces().tabs().tabsProperty().get().stream()
                                .anyMatch(tab -> tab.id() == id && is.test(tab)));
    }

    void awaitShown(int id) {
        ui().await("tab " + id + " shown", () -> workspaces().current().id() == id);
    }

    Workspace workspace(int id) {
        return UiDriver.onFx(() -> workspaces().all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow());
    }

    long received(int id) {
        return Objects.requireNonNull(workspace(id).open()).feed().counters().received();
    }

    /** Opens a profile, as whoever keeps profiles does. */
    int open(Profile profile) {
        int id = UiDriver.onFx(() -> workspaces().open(profile, Secrets.NONE).id());
        ui().settle();
        return id;
    }

    static Profile profile(String url, String name, ProfileColour colour, Environment environment) {
        return Profile.of(url).named(name).withEnvironment(environment).withLook(new Profile.Look("", colour, ""));
    }

    /** Does what a start without arguments does. */
    void start() {
        UiDriver.onFx(() -> {
            ui().wiring().start(new Options.Start.Usual());
            return true;
        });
        ui().settle();
    }
}
