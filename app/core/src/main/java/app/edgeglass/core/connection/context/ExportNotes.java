package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.secret.SecretsWanted;
import java.util.List;
import java.util.Locale;

/** What of a profile the CLI has no place for, or what an export would lack. */
final class ExportNotes {

    private final Notes notes = new Notes();

    static List<Note> of(Profile profile, Secrets secrets) {
        var export = new ExportNotes();
        export.noPlace(profile);
        for (Secret missing : SecretsWanted.ofLogin(profile, secrets)) {
            export.notes.add(missing.name().toLowerCase(Locale.ROOT), Notes.say("context.note.secret-unknown"));
        }
        return export.notes.all();
    }

    private void noPlace(Profile profile) {
        Link link = profile.link();
        noPlace("folder", !profile.look().folder().isEmpty());
        noPlace("colour", ContextColours.scheme(profile.look().colour()).isEmpty());
        noPlace("environment", profile.environment() != Environment.DEVELOPMENT);
        noPlace("readOnly", profile.readOnly());
        noPlace("subscriptions", !profile.subscriptions().isEmpty());
        noPlace("echo", !link.echo());
        noPlace("ping", !link.ping().equals(Link.DEFAULT_PING));
        noPlace("reconnect", !link.reconnect().equals(Link.Reconnect.DEFAULT));
        noPlace("connectionName", !link.connectionName().isEmpty());
        noPlace("tls.wanted", profile.tls().wanted() && profile.urls().stream().noneMatch(url -> url.isSecure()));
        noPlace(
                "tls.identity",
                profile.tls()
                        .identity()
                        .filter(Tls.Identity.Store.class::isInstance)
                        .isPresent());
    }

    private void noPlace(String key, boolean used) {
        if (used) {
            notes.add(key, Notes.say("context.note.no-place"));
        }
    }
}
