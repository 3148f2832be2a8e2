package app.edgeglass.desktop;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.desktop.profile.ConnectionsSettings;
import app.edgeglass.desktop.shell.AppearanceSettings;
import app.edgeglass.desktop.shell.WindowSettings;
import app.edgeglass.desktop.shell.action.PaletteSettings;
import app.edgeglass.desktop.shell.dialog.DialogSettings;
import app.edgeglass.desktop.shell.notice.Notices;
import java.time.Clock;
import java.util.List;

/**
 * What is kept from one time to the next. It needs no window, so that it is read while the toolkit starts.
 *
 * @param notices where it is said what could not be read
 */
record Kept(
        Directories directories,
        Clock clock,
        Notices notices,
        SettingsStore store,
        Section<WindowSettings> window,
        Section<AppearanceSettings> appearance,
        Section<DialogSettings> dialogs,
        Section<PaletteSettings> palette,
        Section<MemorySettings> memory,
        Section<PublishSettings> publish,
        Section<SubjectsSettings> subjects,
        Section<LocalServerSettings> localServer,
        Section<ConnectionsSettings> connections,
        Section<SessionsSettings> sessions,
        ProfileStore profiles,
        CliContexts contexts) {

    /** Reads it. What cannot be read is among the notices, and the defaults hold. */
    static Kept open(Directories directories, Clock clock, Computer computer) {
        var notices = new Notices(clock);
        var store =
                SettingsStore.open(directories.config().resolve("settings.json"), List.of(), clock, notices::failed);
        return new Kept(
                directories,
                clock,
                notices,
                store,
                store.section("window", WindowSettings.class, WindowSettings.DEFAULT),
                store.section("appearance", AppearanceSettings.class, AppearanceSettings.DEFAULT),
                store.section("dialogs", DialogSettings.class, DialogSettings.DEFAULT),
                store.section("palette", PaletteSettings.class, PaletteSettings.DEFAULT),
                store.section("memory", MemorySettings.class, MemorySettings.DEFAULT),
                store.section("publish", PublishSettings.class, PublishSettings.DEFAULT),
                store.section("subjects", SubjectsSettings.class, SubjectsSettings.DEFAULT),
                store.section("local-server", LocalServerSettings.class, LocalServerSettings.DEFAULT),
                store.section("connections", ConnectionsSettings.class, ConnectionsSettings.DEFAULT),
                store.section("sessions", SessionsSettings.class, SessionsSettings.DEFAULT),
                ProfileStore.open(
                        directories.config().resolve("profiles.json"),
                        computer.secrets().apply(notices::failed),
                        SecretReferences.of(computer.environment(), computer.home()),
                        clock,
                        notices::failed),
                CliContexts.of(computer.environment(), computer.home()));
    }
}
