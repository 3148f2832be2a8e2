package app.edgeglass.desktop;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.SessionsSettings.Tab;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.shell.notice.Severity;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Where sessions come from: profiles that are kept, contexts of the {@code nats} CLI, addresses, sample worlds. */
record SessionSources(ProfileStore profiles, CliContexts contexts, Notices notices) {

    /** Whether a session can be found again by its profile's id. */
    boolean isKept(String id) {
        return CliContexts.nameOf(id).isPresent() || profiles.find(id).isPresent();
    }

    /** What a tab of the last time was about. */
    Target target(Tab tab) {
        return switch (tab.kind()) {
            case WORLD -> new Target.World(tab.what());
            case ADDRESS -> new Target.Reference(tab.what(), tab.name(), () -> addresses(tab));
            case PROFILE ->
                CliContexts.nameOf(tab.what())
                        .<Target>map(name -> new Target.Reference(
                                tab.what(), tab.name(), () -> server(tab.what(), contexts.resolve(name))))
                        .orElseGet(() -> profile(tab.what(), tab.name()));
        };
    }

    /** A profile that is kept. */
    Target profile(String id, String name) {
        return profiles.find(id)
                .<Target>map(profile -> Target.Server.of(profile, profiles.secretsOf(id)))
                .orElseGet(() -> new Target.Reference(id, name, () -> {
                    throw Failure.of("sessions.profile-gone", name);
                }));
    }

    /**
     * A context that was named on the command line, where the variables of the CLI have the last word.
     *
     * @param named its name, or its file
     */
    Target.Reference context(String named) {
        // A file is found again from wherever the window is started the next time.
        String name = named.endsWith(".json") ? Path.of(named).toAbsolutePath().toString() : named;
        String id = CliContexts.idOf(name);
        return new Target.Reference(id, named, () -> server(id, forCommandLine(name)));
    }

    private Resolved forCommandLine(String name) {
        try {
            return contexts.resolveForCommandLine(name);
        } catch (Failure failure) {
            throw failure.key().equals("context.missing") ? unknown(name) : failure;
        }
    }

    /** Names those that there are, as whoever mistypes one wants to know. */
    private Failure unknown(String name) {
        String there = contexts.list().stream().map(ContextRow::name).collect(Collectors.joining(", "));
        return there.isEmpty()
                ? Failure.of("options.no-context", name, contexts.folder())
                : Failure.of("options.context", name, contexts.folder(), there);
    }

    /** Says what of a context is not as the CLI would have it. */
    void note(Resolved resolved) {
        String name = resolved.profile().name();
        resolved.notes()
                .forEach(note -> notices.add(
                        Severity.WARNING, Texts.WORDS.say("context.note", name, note.field()), note.sentence()));
    }

    private Target.Server server(String id, Resolved resolved) {
        note(resolved);
        return Target.Server.of(resolved.profile().withId(id), resolved.secrets());
    }

    private static Target.Server addresses(Tab tab) {
        Profile profile = Profile.of(tab.what()).named(tab.name());
        if (tab.secret()) {
            profile = profile.withLogin(tab.user().isEmpty() ? new Login.Token() : new Login.Password(tab.user()));
        }
        return Target.Server.of(profile, Secrets.NONE);
    }
}
