package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.error.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes a profile of a context's file, as the CLI would connect with it, and notes what cannot be the same. */
final class ContextReader {

    private static final String DEFAULT_URL = "nats://127.0.0.1:4222";
    private static final int SOCKS_PORT = 1080;

    private final ContextFile file;
    private final Notes notes = new Notes();
    private final ContextPaths paths;
    private final Function<String, List<String>> nscUrls;

    /**
     * What a context means.
     *
     * @param profile with the URLs as they stand in the file
     * @param fields the fields that the login's secrets come from
     */
    record Meaning(Profile profile, List<Field> fields, List<Note> notes) {}

    /** @param nscUrls the servers of an operator, by the reference to one of its users; may start a program */
    ContextReader(ContextFile file, SecretReferences references, Function<String, List<String>> nscUrls) {
        this.file = file;
        this.paths = new ContextPaths(file, references, notes);
        this.nscUrls = nscUrls;
    }

    /** @throws Failure when the CLI could not use it, either */
    Meaning read() {
        List<ServerUrl> urls = urls();
        ContextLogin login = ContextLogin.of(file, paths, notes);
        noteLoginInUrl(urls, login.login());
        var profile = new Profile(
                CliContexts.idOf(file.name()),
                file.name(),
                new Profile.Look("", colour(), file.text(Field.DESCRIPTION)),
                Environment.DEVELOPMENT,
                urls,
                login.login(),
                tls(),
                link(),
                jetStream(),
                List.of(),
                false);
        file.unknownKeys().forEach(key -> notes.add(key, Notes.say("context.note.unknown")));
        return new Meaning(profile, login.fields(), notes.all());
    }

    private List<ServerUrl> urls() {
        String text = file.text(Field.URL);
        if (text.isBlank() && file.has(Field.NSC)) {
            text = String.join(",", nscUrls.apply(file.text(Field.NSC)));
        }
        return ServerUrl.parseList(text.isBlank() ? DEFAULT_URL : text);
    }

    private void noteLoginInUrl(List<ServerUrl> urls, Login login) {
        if (urls.stream().allMatch(url -> url.uri().getRawUserInfo() == null)) {
            return;
        }
        switch (login) {
            case Login.None() -> {}
            case Login.Password(String user) -> notes.add(Field.URL, Notes.say("context.note.url-first"));
            case Login.Token() -> notes.add(Field.URL, Notes.say("context.note.url-first"));
            default -> notes.add(Field.URL, Notes.say("context.note.url-beside"));
        }
    }

    private ProfileColour colour() {
        Optional<ProfileColour> known = ContextColours.colour(file.text(Field.COLOR_SCHEME));
        if (known.isEmpty()) {
            notes.add(Field.COLOR_SCHEME, Notes.say("context.note.colour"));
        }
        return known.orElse(ProfileColour.NONE);
    }

    private Tls tls() {
        Tls.Trust trust = new Tls.Trust.Platform();
        if (file.has(Field.CA)) {
            trust = new Tls.Trust.File(paths.pathOnly(Field.CA));
        }
        Optional<Tls.Identity> identity = Optional.empty();
        if (file.has(Field.CERT) && file.has(Field.KEY)) {
            identity = Optional.of(new Tls.Identity.Pem(paths.pathOnly(Field.CERT), paths.pathOnly(Field.KEY)));
        } else if (file.has(Field.CERT) || file.has(Field.KEY)) {
            Field half = file.has(Field.CERT) ? Field.CERT : Field.KEY;
            notes.add(half, Notes.say("context.note.half", half == Field.CERT ? "key" : "cert"));
        }
        if (file.has(Field.WINDOWS_CERT_STORE)) {
            if (identity.isPresent()) {
                notes.add(Field.CERT, Notes.say("context.note.second", Field.WINDOWS_CERT_STORE.key()));
            }
            identity = windows();
            if (!file.texts(Field.WINDOWS_CA_CERTS_MATCH).isEmpty()) {
                trust = new Tls.Trust.Platform();
                notes.add(Field.WINDOWS_CA_CERTS_MATCH, Notes.say("context.note.windows-authorities"));
            }
        } else {
            unusedOfWindows();
        }
        return new Tls(false, file.flag(Field.TLS_FIRST), trust, identity);
    }

    private Optional<Tls.Identity> windows() {
        String store = file.text(Field.WINDOWS_CERT_STORE).toLowerCase(Locale.ROOT);
        boolean machine = store.equals("machine") || store.equals("windowslocalmachine");
        if (!machine && !store.equals("user") && !store.equals("windowscurrentuser")) {
            throw Failure.of("context.field", file.name(), Field.WINDOWS_CERT_STORE.key());
        }
        String by = file.text(Field.WINDOWS_CERT_MATCH_BY).toLowerCase(Locale.ROOT);
        if (!by.equals("subject") && !by.equals("issuer")) {
            notes.add(Field.WINDOWS_CERT_MATCH_BY, Notes.say("context.note.windows-match", by));
            return Optional.empty();
        }
        return Optional.of(new Tls.Identity.WindowsStore(machine, by, file.text(Field.WINDOWS_CERT_MATCH)));
    }

    private void unusedOfWindows() {
        for (Field field : List.of(Field.WINDOWS_CERT_MATCH_BY, Field.WINDOWS_CERT_MATCH)) {
            if (file.has(field)) {
                notes.add(field, Notes.say("context.note.alone", Field.WINDOWS_CERT_STORE.key()));
            }
        }
        if (!file.texts(Field.WINDOWS_CA_CERTS_MATCH).isEmpty()) {
            notes.add(Field.WINDOWS_CA_CERTS_MATCH, Notes.say("context.note.alone", Field.WINDOWS_CERT_STORE.key()));
        }
    }

    private Link link() {
        Link usual = Link.DEFAULT;
        return new Link(
                file.has(Field.SOCKS_PROXY) ? Optional.of(proxy()) : Optional.empty(),
                file.text(Field.INBOX_PREFIX),
                usual.echo(),
                usual.ping(),
                usual.reconnect(),
                usual.connectionName());
    }

    private HostAndPort proxy() {
        try {
            var uri = new URI(file.text(Field.SOCKS_PROXY));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("socks5") || scheme.equals("socks5h")) && uri.getHost() != null) {
                if (uri.getRawUserInfo() != null) {
                    notes.add(Field.SOCKS_PROXY, Notes.say("context.note.proxy-login"));
                }
                return new HostAndPort(uri.getHost(), uri.getPort() < 0 ? SOCKS_PORT : uri.getPort());
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // It may hold a password, so that it is no cause.
        }
        // Going there without the proxy would be another way than the person wants.
        throw Failure.of("context.proxy", file.name());
    }

    private JetStreamPlace jetStream() {
        if (file.has(Field.JETSTREAM_EVENT_PREFIX)) {
            notes.add(Field.JETSTREAM_EVENT_PREFIX, Notes.say("context.note.events"));
        }
        if (file.has(Field.JETSTREAM_DOMAIN)) {
            if (file.has(Field.JETSTREAM_API_PREFIX)) {
                notes.add(Field.JETSTREAM_API_PREFIX, Notes.say("context.note.second", Field.JETSTREAM_DOMAIN.key()));
            }
            return new JetStreamPlace.Domain(file.text(Field.JETSTREAM_DOMAIN));
        }
        return file.has(Field.JETSTREAM_API_PREFIX)
                ? new JetStreamPlace.Prefix(file.text(Field.JETSTREAM_API_PREFIX))
                : new JetStreamPlace.Own();
    }
}
