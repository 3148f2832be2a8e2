package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.desktop.profile.editor.Choices.IdentityKind;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import app.edgeglass.desktop.profile.editor.Choices.PlaceKind;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a profile into the form. The secrets' fields stay empty: what is kept is not shown. */
final class FormWriter {

    /** What is not chosen in a profile stands in the form as what is usual. */
    private static final Set<Flag> USUAL = EnumSet.of(Flag.CREDENTIALS_IN_FILE);

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Set<Flag> flags = EnumSet.copyOf(USUAL);

    private FormWriter() {}

    static FormValues write(Profile profile, boolean atStart) {
        var writer = new FormWriter();
        writer.set(Flag.AT_START, atStart);
        return writer.values(profile);
    }

    private FormValues values(Profile profile) {
        texts.put(Field.NAME, profile.name());
        texts.put(Field.FOLDER, profile.look().folder());
        texts.put(Field.DESCRIPTION, profile.look().description());
        texts.put(
                Field.SERVERS, profile.urls().stream().map(FormWriter::address).collect(Collectors.joining("\n")));
        texts.put(Field.PATTERNS, String.join("\n", profile.subscriptions()));
        set(Flag.READ_ONLY, profile.readOnly());
        set(Flag.TLS_WANTED, profile.tls().wanted());
        set(Flag.TLS_FIRST, profile.tls().first());
        link(profile.link());
        var choices = new Choices(
                profile.look().colour(),
                profile.environment(),
                login(profile.login()),
                trust(profile.tls().trust()),
                identity(profile.tls().identity()),
                place(profile.jetStream()));
        return new FormValues(texts, flags, choices);
    }

    private static String address(ServerUrl url) {
        return url.shown() + url.uri().getRawPath();
    }

    private void set(Flag flag, boolean on) {
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    private LoginKind login(Login login) {
        return switch (login) {
            case Login.None() -> LoginKind.NONE;
            case Login.Password(var user) -> {
                texts.put(Field.USER, user);
                yield LoginKind.PASSWORD;
            }
            case Login.Token() -> LoginKind.TOKEN;
            case Login.NKey(var file) -> {
                set(Flag.SEED_IN_FILE, file.isPresent());
                texts.put(Field.SEED_FILE, text(file));
                yield LoginKind.NKEY;
            }
            case Login.Credentials(var file) -> {
                set(Flag.CREDENTIALS_IN_FILE, file.isPresent());
                texts.put(Field.CREDENTIALS_FILE, text(file));
                yield LoginKind.CREDENTIALS;
            }
            case Login.Jwt(var bearer) -> {
                set(Flag.BEARER, bearer);
                yield LoginKind.JWT;
            }
        };
    }

    private static String text(Optional<Path> file) {
        return file.map(Path::toString).orElse("");
    }

    private TrustKind trust(Tls.Trust trust) {
        return switch (trust) {
            case Tls.Trust.Java() -> TrustKind.JAVA;
            case Tls.Trust.Platform() -> TrustKind.PLATFORM;
            case Tls.Trust.File(var file) -> {
                texts.put(Field.TRUST_FILE, file.toString());
                yield TrustKind.FILE;
            }
        };
    }

    private IdentityKind identity(Optional<Tls.Identity> identity) {
        return switch (identity.orElse(null)) {
            case null -> IdentityKind.NONE;
            case Tls.Identity.Pem(var certificate, var key) -> {
                texts.put(Field.CERTIFICATE_FILE, certificate.toString());
                texts.put(Field.KEY_FILE, key.toString());
                yield IdentityKind.PEM;
            }
            case Tls.Identity.Store(var file) -> {
                texts.put(Field.STORE_FILE, file.toString());
                yield IdentityKind.STORE;
            }
            case Tls.Identity.WindowsStore(var machine, var by, var match) -> {
                set(Flag.MACHINE_STORE, machine);
                set(Flag.BY_ISSUER, by.equals(FormReader.ISSUER));
                texts.put(Field.WINDOWS_MATCH, match);
                yield IdentityKind.WINDOWS;
            }
        };
    }

    private PlaceKind place(JetStreamPlace place) {
        return switch (place) {
            case JetStreamPlace.Own() -> PlaceKind.OWN;
            case JetStreamPlace.Domain(var name) -> {
                texts.put(Field.DOMAIN, name);
                yield PlaceKind.DOMAIN;
            }
            case JetStreamPlace.Prefix(var prefix) -> {
                texts.put(Field.API_PREFIX, prefix);
                yield PlaceKind.PREFIX;
            }
        };
    }

    private void link(Link link) {
        texts.put(Field.PROXY, link.socksProxy().map(Link.HostAndPort::toString).orElse(""));
        texts.put(Field.INBOX_PREFIX, link.inboxPrefix());
        texts.put(Field.PING, seconds(link.ping()));
        texts.put(Field.FIRST_PAUSE, seconds(link.reconnect().first()));
        texts.put(Field.LONGEST_PAUSE, seconds(link.reconnect().longest()));
        texts.put(Field.CONNECTION_NAME, link.connectionName());
        set(Flag.ECHO, link.echo());
        set(Flag.RECONNECT, link.reconnect().wanted());
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
