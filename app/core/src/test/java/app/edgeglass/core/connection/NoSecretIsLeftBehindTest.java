package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.exchange.ImportPlan;
import app.edgeglass.core.connection.exchange.ProfileExport;
import app.edgeglass.core.connection.exchange.ProfileImport;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SampleProfiles;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.secret.SecretsWanted;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A secret of every kind goes through everything that writes files; afterwards none of them is in any file. */
class NoSecretIsLeftBehindTest {

    private static final SecretValue PASSPHRASE = SecretValue.of("zz-passphrase-zz");

    @TempDir
    Path folder;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    /** For what the test itself tells, which is much: into the file only. */
    private final Logger own = (Logger) LoggerFactory.getLogger(NoSecretIsLeftBehindTest.class);

    private final FileAppender<ILoggingEvent> log = new FileAppender<>();
    private final Map<Secret, SecretValue> secrets = new EnumMap<>(Secret.class);
    private final List<String> all = new ArrayList<>();
    private final List<Failure> problems = new ArrayList<>();
    private Level before = Level.DEBUG;

    private Path home() {
        return folder.resolve("edgeglass");
    }

    @BeforeEach
    void listen() {
        var layout = new PatternLayoutEncoder();
        layout.setContext(root.getLoggerContext());
        layout.setPattern("%level %logger %msg%n%ex{full}");
        layout.start();
        log.setContext(root.getLoggerContext());
        log.setEncoder(layout);
        log.setFile(home().resolve("logs/edgeglass.log").toString());
        log.start();
        before = Objects.requireNonNullElse(root.getLevel(), Level.DEBUG);
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        own.setAdditive(false);
        own.addAppender(log);
        for (Secret which : Secret.values()) {
            secrets.put(which, SecretValue.of(secret(which.name())));
        }
        all.add(PASSPHRASE.reveal());
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        own.detachAppender(log);
        root.setLevel(before);
        log.stop();
    }

    /** One more that must not be found. */
    private String secret(String of) {
        String text = "zz" + of.toLowerCase(Locale.ROOT).replace("_", "") + "zz";
        all.add(text);
        return text;
    }

    @Test
    void inNoFile() throws Exception {
        var kept = new MemorySecrets();
        SecretReferences references = SecretReferences.of(Map.of("PLANT_TOKEN", secret("variable")), folder);
        ProfileStore store = ProfileStore.open(
                home().resolve("config/profiles.json"), kept, references, Clock.systemUTC(), problems::add);
        for (Profile profile : SampleProfiles.ofEveryShape()) {
            store.save(profile, secrets);
            SecretsWanted.of(profile, store.secretsOf(profile.id()));
        }
        store.save(Profile.of("nats://ann:" + secret("urlpassword") + "@127.0.0.1"));
        store.save(Profile.of("nats://" + secret("urltoken") + "@127.0.0.1"));
        store.duplicate("1");
        CliContexts contexts = contexts();
        for (ContextRow row : contexts.list()) {
            row.problem().ifPresent(problems::add);
            if (row.problem().isEmpty()) {
                Resolved resolved = contexts.resolve(row.name());
                log(resolved.toString() + row + resolved.secrets());
                contexts.importInto(store, row.name());
            }
        }
        assertThat(contexts.list()).filteredOn(row -> row.problem().isEmpty()).hasSize(3);
        connect(store);
        exchange(store);
        log(store.list().toString() + kept.all("1") + store.secretsOf("1"));
        problems.forEach(problem -> own.warn(problem.sentence() + problem.remedy(), problem));

        assertThat(kept.find("1", Secret.PASSWORD))
                .as("they are there, for who may ask")
                .isPresent();
        assertThat(files()).as("files that were looked into").hasSizeGreaterThanOrEqualTo(4);
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : all) {
                assertThat(text).as(file.getFileName().toString()).doesNotContain(secret, base64(secret));
            }
        }
    }

    private void log(String text) {
        own.info(text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The CLI's own folder, which does hold secrets, is beside ours. */
    private CliContexts contexts() throws IOException {
        Path theirs = Files.createDirectories(folder.resolve("user/.config/nats/context"));
        Files.writeString(
                theirs.resolve("a.json"),
                "{\"url\":\"nats://u:" + secret("ctxurl") + "@h\",\"socks_proxy\":\"socks5://u:" + secret("proxy")
                        + "@p\",\"vault_secret\":\"" + secret("unknown") + "\"}");
        Files.writeString(
                theirs.resolve("b.json"),
                "{\"url\":\"nats://h\",\"user\":\"u\",\"password\":\"" + secret("ctxpassword")
                        + "\",\"token\":\"" + secret("ctxtoken") + "\",\"nkey\":\"data:;base64,"
                        + base64(secret("ctxnkey"))
                        + "\",\"user_jwt\":\"" + secret("ctxjwt") + "\",\"user_seed\":\"" + secret("ctxseed") + "\"}");
        Files.writeString(theirs.resolve("c.json"), "{\"url\":\"nats://h\",\"token\":\"env://PLANT_TOKEN\"}");
        Files.writeString(theirs.resolve("d.json"), "{\"url\":\"nats://h\",\"password\":\"" + secret("torn") + "\"");
        Files.writeString(theirs.resolve("e.json"), "{\"url\":\"nats://u:" + secret("badurl") + "@h:x y\"}");
        return CliContexts.of(Map.of("PLANT_TOKEN", all.getLast()), folder.resolve("user"));
    }

    /** A server that takes the password, and refuses all else. */
    private void connect(ProfileStore store) throws Exception {
        String password = Objects.requireNonNull(secrets.get(Secret.PASSWORD)).reveal();
        try (var server = TestServer.start(
                ServerVersion.NEWEST, "authorization { user: operator, password: " + password + " }")) {
            Profile here = Profile.of(server.url());
            for (Login login : List.of(
                    new Login.Password("operator"),
                    new Login.Password("nobody"),
                    new Login.Token(),
                    new Login.NKey(Optional.empty()),
                    new Login.Credentials(Optional.empty()),
                    new Login.Jwt(true),
                    new Login.Jwt(false))) {
                Profile profile = store.save(here.withId("here").withLogin(login), secrets);
                var session = new Session(profile, store.secretsOf("here"), Clock.systemUTC(), Sessions.QUICK);
                if (login.equals(new Login.Password("operator"))) {
                    session.open();
                    assertThat(session.state()).isInstanceOf(SessionState.Live.class);
                } else {
                    problems.add(catchThrowableOfType(Failure.class, session::open));
                }
                log(session.state() + " " + session.journal().after(0) + session.profile());
                session.close();
            }
        }
    }

    private void exchange(ProfileStore store) {
        var export = new ProfileExport(store);
        Path exports = home().resolve("data/exports");
        export.withoutSecrets(store.list(), exports.resolve("plain.json"));
        export.encrypted(store.list(), PASSPHRASE, exports.resolve("sealed.json"));
        ProfileStore there = ProfileStore.open(
                home().resolve("there/profiles.json"), new MemorySecrets(), Clock.systemUTC(), problems::add);
        var imports = new ProfileImport(there);
        ImportPlan plan = imports.plan(exports.resolve("sealed.json"), Optional.of(PASSPHRASE));
        log(plan.toString());
        imports.apply(plan);
        assertThat(there.secretsOf("1").find(Secret.PASSWORD)).isPresent();
        problems.add(catchThrowableOfType(
                Failure.class,
                () -> imports.plan(exports.resolve("sealed.json"), Optional.of(SecretValue.of("another")))));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
