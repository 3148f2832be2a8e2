package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the form: a profile, or what is wrong, field by field. What stands in fields that the choices have no use for is not
 * looked at.
 */
final class FormReader {

    static final String SUBJECT = "subject";
    static final String ISSUER = "issuer";

    private static final int LONGEST_NAME = 200;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(3_600);
    private static final int MILLIS = 3;

    private final FormValues values;
    private final Map<Field, Failure> problems = new EnumMap<>(Field.class);
    private Optional<Tls.Trust> trust = Optional.empty();

    /**
     * What the form comes to.
     *
     * @param profile nothing while something is wrong
     * @param sketch a profile with what of sign-in and security is right, to look at the files that it names
     */
    record Reading(Optional<Profile> profile, Map<Field, Failure> problems, Profile sketch) {}

    private FormReader(FormValues values) {
        this.values = values;
    }

    /** @param id that of the profile that is edited */
    static Reading read(String id, FormValues values) {
        return new FormReader(values).reading(id);
    }

    private Reading reading(String id) {
        List<ServerUrl> urls = take(Field.SERVERS, FormReader::servers).orElse(List.of());
        Optional<String> name = take(Field.NAME, FormReader::name);
        Optional<Login> login = login();
        Optional<Tls> tls = tls();
        Optional<Link> link = link();
        Optional<JetStreamPlace> place = place();
        Optional<List<String>> patterns = take(Field.PATTERNS, FormReader::patterns);
        if (!problems.isEmpty()) {
            return new Reading(Optional.empty(), problems, sketch(login, tls));
        }
        var look = new Profile.Look(
                folder(values.text(Field.FOLDER)),
                values.choices().colour(),
                values.text(Field.DESCRIPTION).strip());
        var profile = new Profile(
                id,
                name.orElseThrow(),
                look,
                values.choices().environment(),
                urls,
                login.orElseThrow(),
                tls.orElseThrow(),
                link.orElseThrow(),
                place.orElseThrow(),
                patterns.orElseThrow(),
                values.is(Flag.READ_ONLY));
        return new Reading(Optional.of(profile), problems, profile);
    }

    private Profile sketch(Optional<Login> login, Optional<Tls> tls) {
        Tls secure = tls.orElseGet(() -> new Tls(false, false, trust.orElse(new Tls.Trust.Java()), Optional.empty()));
        return Profile.of("127.0.0.1").withLogin(login.orElse(new Login.None())).withTls(secure);
    }

    /** The value of a field, or nothing and a problem. */
    private <T> Optional<T> take(Field field, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(values.text(field).strip()));
        } catch (Failure failure) {
            problems.put(field, failure);
            return Optional.empty();
        }
    }

    private static String name(String typed) {
        if (typed.isEmpty()) {
            throw Failure.of("form.name");
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST_NAME) {
            throw Failure.of("form.name-long", LONGEST_NAME);
        }
        return typed;
    }

    /** Levels without the spaces around them, and none that is empty. */
    static String folder(String typed) {
        return Arrays.stream(typed.split("/", -1))
                .map(String::strip)
                .filter(level -> !level.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** One a line, or with commas between them. */
    static List<ServerUrl> servers(String typed) {
        return ServerUrl.parseList(typed.replace('\n', ','));
    }

    private static List<String> patterns(String typed) {
        var patterns = new ArrayList<String>();
        for (String line : typed.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                patterns.add(SubjectPattern.parse(line).text());
            }
        }
        return patterns;
    }

    private static Path path(String typed) {
        if (typed.isEmpty()) {
            throw Failure.of("form.file");
        }
        try {
            // As a shell would: people paste what they have typed there.
            return typed.startsWith("~/") || typed.startsWith("~\\")
                    ? Path.of(System.getProperty("user.home", ""), typed.substring(2))
                    : Path.of(typed);
        } catch (InvalidPathException e) {
            throw Failure.of("form.path", typed);
        }
    }

    private Optional<Login> login() {
        return switch (values.choices().login()) {
            case NONE -> Optional.of(new Login.None());
            case PASSWORD -> take(Field.USER, FormReader::user).map(Login.Password::new);
            case TOKEN -> Optional.of(new Login.Token());
            case NKEY -> file(Flag.SEED_IN_FILE, Field.SEED_FILE).map(Login.NKey::new);
            case CREDENTIALS ->
                file(Flag.CREDENTIALS_IN_FILE, Field.CREDENTIALS_FILE).map(Login.Credentials::new);
            case JWT -> Optional.of(new Login.Jwt(values.is(Flag.BEARER)));
        };
    }

    private static String user(String typed) {
        if (typed.isEmpty()) {
            throw Failure.of("form.user");
        }
        return typed;
    }

    // Nothing, since it is wrong, is something else than nothing wanted.
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<Optional<Path>> file(Flag inFile, Field field) {
        return values.is(inFile) ? take(field, FormReader::path).map(Optional::of) : Optional.of(Optional.empty());
    }

    // Nothing, since it is wrong, is something else than nothing wanted.
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<Tls> tls() {
        trust = switch (values.choices().trust()) {
            case JAVA -> Optional.of(new Tls.Trust.Java());
            case PLATFORM -> Optional.of(new Tls.Trust.Platform());
            case FILE -> take(Field.TRUST_FILE, FormReader::path).map(Tls.Trust.File::new);
        };
        Optional<Optional<Tls.Identity>> identity = switch (values.choices().identity()) {
            case NONE -> Optional.of(Optional.empty());
            case PEM -> {
                Optional<Path> certificate = take(Field.CERTIFICATE_FILE, FormReader::path);
                Optional<Path> key = take(Field.KEY_FILE, FormReader::path);
                yield certificate.flatMap(one -> key.map(other -> Optional.of(new Tls.Identity.Pem(one, other))));
            }
            case STORE ->
                take(Field.STORE_FILE, FormReader::path).map(path -> Optional.of(new Tls.Identity.Store(path)));
            case WINDOWS ->
                take(Field.WINDOWS_MATCH, FormReader::match)
                        .map(match -> Optional.of(new Tls.Identity.WindowsStore(
                                values.is(Flag.MACHINE_STORE), values.is(Flag.BY_ISSUER) ? ISSUER : SUBJECT, match)));
        };
        return trust.flatMap(believed ->
                identity.map(ours -> new Tls(values.is(Flag.TLS_WANTED), values.is(Flag.TLS_FIRST), believed, ours)));
    }

    private static String match(String typed) {
        if (typed.isEmpty()) {
            throw Failure.of("form.windows");
        }
        return typed;
    }

    private Optional<Link> link() {
        Optional<Optional<Link.HostAndPort>> proxy = take(Field.PROXY, FormReader::proxy);
        Optional<String> inbox = take(Field.INBOX_PREFIX, FormReader::prefix);
        Optional<Duration> ping = take(Field.PING, FormReader::seconds);
        Optional<Duration> first = take(Field.FIRST_PAUSE, FormReader::seconds);
        Optional<Duration> longest = take(Field.LONGEST_PAUSE, typed -> {
            Duration most = seconds(typed);
            if (first.isPresent() && most.compareTo(first.orElseThrow()) < 0) {
                throw Failure.of("form.pauses", FormWriter.seconds(first.orElseThrow()));
            }
            return most;
        });
        if (proxy.isEmpty() || inbox.isEmpty() || ping.isEmpty() || first.isEmpty() || longest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                proxy.orElseThrow(),
                inbox.orElseThrow(),
                values.is(Flag.ECHO),
                ping.orElseThrow(),
                new Link.Reconnect(values.is(Flag.RECONNECT), first.orElseThrow(), longest.orElseThrow()),
                values.text(Field.CONNECTION_NAME).strip()));
    }

    private static Optional<Link.HostAndPort> proxy(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String address = typed.replaceFirst("^socks5?h?://", "");
        int colon = address.lastIndexOf(':');
        try {
            return Optional.of(new Link.HostAndPort(
                    address.substring(0, Math.max(0, colon)), Integer.parseInt(address.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            throw Failure.of("form.proxy", ServerUrl.masked(typed));
        }
    }

    /** Tokens without wildcards; a last point is what other clients want and ours adds. */
    private static String prefix(String typed) {
        String prefix = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
        if (!prefix.isEmpty()) {
            SubjectPattern.parse(prefix);
            if (SubjectPattern.hasWildcard(prefix)) {
                throw Failure.of("form.prefix", prefix);
            }
        }
        return prefix;
    }

    private static Duration seconds(String typed) {
        try {
            BigDecimal seconds = new BigDecimal(typed.replace(',', '.'));
            Duration duration = Duration.ofMillis(seconds.movePointRight(MILLIS).longValueExact());
            if (duration.isPositive() && seconds.compareTo(MOST_SECONDS) <= 0) {
                return duration;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        throw Failure.of("form.seconds");
    }

    private Optional<JetStreamPlace> place() {
        return switch (values.choices().place()) {
            case OWN -> Optional.of(new JetStreamPlace.Own());
            case DOMAIN -> take(Field.DOMAIN, FormReader::domain).map(JetStreamPlace.Domain::new);
            case PREFIX ->
                take(Field.API_PREFIX, typed -> {
                            if (typed.isEmpty()) {
                                throw Failure.of("form.api-prefix");
                            }
                            return prefix(typed);
                        })
                        .map(JetStreamPlace.Prefix::new);
        };
    }

    private static String domain(String typed) {
        if (typed.isEmpty() || !prefix(typed).equals(typed) || typed.contains(".")) {
            throw Failure.of("form.domain");
        }
        return typed;
    }
}
