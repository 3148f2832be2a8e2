package app.edgeglass.core.connection.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliContextsTest {

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path home;

    private CliContexts contexts() {
        return CliContexts.of(environment, home);
    }

    private Path write(String name, String json) throws IOException {
        Path file = home.resolve(".config/nats/context").resolve(name + ".json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, json);
    }

    private Resolved resolve(String json) throws IOException {
        write("it", json);
        return contexts().resolve("it");
    }

    private String failure(String json) throws IOException {
        write("it", json);
        return catchThrowableOfType(Failure.class, () -> contexts().resolve("it"))
                .key();
    }

    private static List<String> noted(Resolved resolved) {
        return resolved.notes().stream().map(Note::field).toList();
    }

    @Test
    void listsWhatIsThereAndSaysWhatIsWrong() throws IOException {
        assertThat(contexts().list()).isEmpty();
        write("plant", "{\"description\":\"south\",\"url\":\"nats://ann:hunter2@a,tls://b:4443\"}");
        write("ngs.js", "{}");
        write("empty", "");
        write("torn", "{\"url\":");
        write("list", "[]");
        write("typed", "{\"url\":4222}");
        write("trailing", "{} {}");
        write("away", "{\"url\":\"http://h\"}");
        Files.writeString(home.resolve(".config/nats/context/notes.txt"), "no context");
        Files.createDirectories(home.resolve(".config/nats/context/folder.json"));
        Files.writeString(home.resolve(".config/nats/context.txt"), " plant\n");

        List<ContextRow> rows = contexts().list();
        assertThat(rows)
                .extracting(row ->
                        row.name() + " " + row.problem().map(Failure::key).orElse("-"))
                .containsExactly(
                        "away url.scheme",
                        "list context.damaged",
                        "ngs.js -",
                        "plant -",
                        "torn context.damaged",
                        "trailing context.damaged",
                        "typed context.field");
        ContextRow plant = rows.get(3);
        assertThat(plant)
                .isEqualTo(new ContextRow("plant", "south", "nats://a:4222, tls://b:4443", true, Optional.empty()));
        assertThat(rows).filteredOn(ContextRow::selected).containsExactly(plant);
        assertThat(rows.get(2).urls()).isEqualTo("nats://127.0.0.1:4222");
        assertThat(rows.toString()).doesNotContain("hunter2");
        assertThat(Files.readString(home.resolve(".config/nats/context/torn.json")))
                .as("left as it is")
                .isEqualTo("{\"url\":");
    }

    @Test
    void looksWhereXdgSays() throws IOException {
        environment.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
        Path file = home.resolve("xdg/nats/context/a.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        assertThat(contexts().list()).extracting(ContextRow::name).containsExactly("a");
        assertThat(contexts().folder()).isEqualTo(file.getParent());
    }

    @Test
    void everyFieldHasItsPlace() throws IOException {
        environment.put("CERTS", "/certs");
        Resolved resolved = resolve("""
            {"name":"it","description":"the south","url":"wss://a.example/nats, b.example","user":"ann","password":"p",
             "cert":"$CERTS/me.pem","key":"${CERTS}/me.key","ca":"~/ca.pem","socks_proxy":"socks5://proxy","tls_first":true,
             "inbox_prefix":"_MINE","jetstream_domain":"edge","color_scheme":"green"}
            """);
        Profile profile = resolved.profile();
        assertThat(profile.id()).isEqualTo("context:it");
        assertThat(CliContexts.nameOf(profile.id())).contains("it");
        assertThat(profile.name()).isEqualTo("it");
        assertThat(profile.look()).isEqualTo(new Profile.Look("", ProfileColour.GREEN, "the south"));
        assertThat(profile.urls()).isEqualTo(ServerUrl.parseList("wss://a.example:443/nats,nats://b.example:4222"));
        assertThat(profile.login()).isEqualTo(new Login.Password("ann"));
        assertThat(resolved.secrets().find(Secret.PASSWORD)).contains(SecretValue.of("p"));
        assertThat(profile.tls())
                .isEqualTo(new Tls(
                        false,
                        true,
                        new Tls.Trust.File(home.resolve("ca.pem")),
                        Optional.of(new Tls.Identity.Pem(Path.of("/certs/me.pem"), Path.of("/certs/me.key")))));
        assertThat(profile.link().socksProxy()).contains(new HostAndPort("proxy", 1080));
        assertThat(profile.link().inboxPrefix()).isEqualTo("_MINE");
        assertThat(profile.jetStream()).isEqualTo(new JetStreamPlace.Domain("edge"));
        assertThat(resolved.notes()).isEmpty();

        Resolved windows = resolve("""
            {"windows_cert_store":"machine","windows_cert_match_by":"Subject","windows_cert_match":"desk",
             "jetstream_api_prefix":"JS.hub.API"}
            """);
        assertThat(windows.profile().tls().identity()).contains(new Tls.Identity.WindowsStore(true, "subject", "desk"));
        assertThat(windows.profile().tls().trust()).isEqualTo(new Tls.Trust.Platform());
        assertThat(windows.profile().jetStream()).isEqualTo(new JetStreamPlace.Prefix("JS.hub.API"));
        assertThat(windows.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user creds nkey user_jwt user_seed token | Password | creds nkey user_jwt user_seed token",
                "creds nkey user_jwt user_seed token nsc  | Credentials | nkey user_jwt user_seed nsc token",
                "nkey user_jwt user_seed token            | NKey | user_jwt user_seed token",
                "user_jwt user_seed token                 | Jwt | token",
                "user_jwt                                 | Jwt |",
                "token                                    | Token |",
                "password                                 | None | password",
                "user_seed                                | None | user_seed"
            })
    void theFirstLoginCountsAndTheOthersAreNamed(String set, String login, @Nullable String noted) throws IOException {
        var json = new StringBuilder("{\"url\":\"nats://h\"");
        for (String field : set.split(" ", -1)) {
            json.append(",\"").append(field).append("\":\"/x\"");
        }
        Resolved resolved = resolve(json.append('}').toString());
        assertThat(resolved.profile().login().getClass().getSimpleName()).isEqualTo(login);
        assertThat(noted(resolved)).containsExactlyInAnyOrder(noted == null ? new String[0] : noted.split(" ", -1));
        if (resolved.profile().login() instanceof Login.Jwt(boolean bearer)) {
            assertThat(bearer).isEqualTo(!set.contains("user_seed"));
        }
    }

    @Test
    void readsReferencesWhenTheyAreAskedFor() throws IOException {
        Path seed = Files.writeString(home.resolve("seed.nk"), "SUAFILE\n");
        environment.put("PLANT_JWT", "a.b.c");
        Resolved jwt = resolve("{\"user_jwt\":\"env://PLANT_JWT\",\"user_seed\":\"file://" + seed + "\"}");
        assertThat(jwt.secrets().find(Secret.JWT)).contains(SecretValue.of("a.b.c"));
        assertThat(jwt.secrets().find(Secret.SEED)).contains(SecretValue.of("SUAFILE"));
        assertThat(jwt.secrets().find(Secret.PASSWORD)).isEmpty();

        Resolved creds = resolve("{\"creds\":\"data:application/octet-stream;base64,bGluZTEKbGluZTI=\"}");
        assertThat(creds.profile().login()).isEqualTo(new Login.Credentials(Optional.empty()));
        assertThat(creds.secrets().find(Secret.CREDENTIALS)).contains(SecretValue.of("line1\nline2"));
        assertThat(resolve("{\"creds\":\"file://~/a.creds\"}").profile().login())
                .isEqualTo(new Login.Credentials(Optional.of(home.resolve("a.creds"))));
        assertThat(resolve("{\"nkey\":\"~/a.nk\"}").profile().login())
                .isEqualTo(new Login.NKey(Optional.of(home.resolve("a.nk"))));
        assertThat(resolve("{\"token\":\"plain: $HOME ~\"}").secrets().find(Secret.TOKEN))
                .as("nothing is filled in here")
                .contains(SecretValue.of("plain: $HOME ~"));

        Resolved unset = resolve("{\"user\":\"u\",\"password\":\"env://NO_SUCH\"}");
        assertThat(catchThrowableOfType(Failure.class, () -> unset.secrets().find(Secret.PASSWORD))
                        .sentence())
                .contains("NO_SUCH");
    }

    @Test
    void asksTheProgramsThatKnow() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "shell scripts");
        program("op", "[ \"$1 $2\" = 'read op://vault/plant/password' ] && echo from-op");
        Path creds = Files.writeString(home.resolve("plant.creds"), "from nsc");
        program(
                "nsc",
                "[ \"$3\" = nsc://Op/Acct/User ] && echo '{\"user_creds\":\"" + creds
                        + "\",\"operator\":{\"service\":[\"nats://nsc-a\",\"nats://nsc-b\"]}}'");
        environment.put("PATH", home.resolve("bin").toString());

        assertThat(resolve("{\"user\":\"u\",\"password\":\"op://vault/plant/password\"}")
                        .secrets()
                        .find(Secret.PASSWORD))
                .contains(SecretValue.of("from-op"));
        assertThat(resolve("{\"creds\":\"nsc://Op/Acct/User\"}").secrets().find(Secret.CREDENTIALS))
                .contains(SecretValue.of("from nsc"));
        Resolved old = resolve("{\"nsc\":\"nsc://Op/Acct/User\"}");
        assertThat(old.profile().urls()).isEqualTo(ServerUrl.parseList("nats://nsc-a,nats://nsc-b"));
        assertThat(old.secrets().find(Secret.CREDENTIALS)).contains(SecretValue.of("from nsc"));

        program("op", "echo do-not-tell; echo 'not signed in' >&2; exit 1");
        Resolved locked = resolve("{\"user\":\"u\",\"password\":\"op://vault/plant/password\"}");
        Failure failure =
                catchThrowableOfType(Failure.class, () -> locked.secrets().find(Secret.PASSWORD));
        assertThat(failure.key()).isEqualTo("secrets.program-failed");
        assertThat(failure.sentence()).contains("not signed in").doesNotContain("do-not-tell");
    }

    private void program(String name, String script) throws IOException {
        Path file = home.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void namesWhatItCannotHonour() throws IOException {
        Resolved resolved = resolve("""
            {"cert":"/only.pem","color_scheme":"cyan","jetstream_event_prefix":"EV","jetstream_domain":"d",
             "jetstream_api_prefix":"JS.x","socks_proxy":"socks5://me:pw@proxy:99","ca":"certs/$NOWHERE/ca.pem","hue":3}
            """);
        assertThat(noted(resolved))
                .containsExactlyInAnyOrder(
                        "cert",
                        "color_scheme",
                        "jetstream_event_prefix",
                        "jetstream_api_prefix",
                        "socks_proxy",
                        "ca",
                        "ca",
                        "hue");
        assertThat(resolved.notes().toString()).contains("NOWHERE").doesNotContain("pw");
        assertThat(resolved.profile().link().socksProxy()).contains(new HostAndPort("proxy", 99));

        Resolved windows = resolve("""
            {"windows_cert_store":"user","windows_cert_match_by":"thumbprint","windows_cert_match":"ab",
             "windows_ca_certs_match":["Plant CA"],"cert":"/a","key":"/b"}
            """);
        assertThat(noted(windows)).containsExactlyInAnyOrder("cert", "windows_cert_match_by", "windows_ca_certs_match");
        assertThat(noted(resolve("{\"windows_cert_match\":\"ab\",\"windows_ca_certs_match\":[\"x\"]}")))
                .containsExactlyInAnyOrder("windows_cert_match", "windows_ca_certs_match");
    }

    @Test
    void refusesWhatTheCliCouldNotUse() throws IOException {
        assertThat(failure("{\"creds\":\"vault://x\"}")).isEqualTo("context.scheme");
        assertThat(failure("{\"ca\":\"data:;base64,AA==\"}")).isEqualTo("context.path-only");
        assertThat(failure("{\"socks_proxy\":\"proxy:1080\"}")).isEqualTo("context.proxy");
        assertThat(failure("{\"windows_cert_store\":\"cloud\"}")).isEqualTo("context.field");
        assertThat(failure("{\"tls_first\":\"yes\"}")).isEqualTo("context.field");
        for (String name : List.of("", "..", "a/b", "a\\b", "../../etc/passwd")) {
            assertThat(catchThrowableOfType(Failure.class, () -> contexts().resolve(name))
                            .key())
                    .isEqualTo("context.name");
        }
        assertThat(catchThrowableOfType(Failure.class, () -> contexts().resolve("none"))
                        .key())
                .isEqualTo("context.missing");
    }

    @Test
    void whatStandsInTheUrlComesBeforeUserAndToken() throws IOException {
        Resolved resolved = resolve("{\"url\":\"nats://ann:p%40w@h\",\"user\":\"bob\",\"password\":\"x\"}");
        assertThat(resolved.profile().login()).isEqualTo(new Login.Password("ann"));
        assertThat(resolved.secrets().find(Secret.PASSWORD)).contains(SecretValue.of("p@w"));
        assertThat(resolved.profile().urls()).isEqualTo(ServerUrl.parseList("nats://h"));
        assertThat(noted(resolved)).containsExactly("url");

        Resolved keys = resolve("{\"url\":\"nats://ann:pw@h\",\"creds\":\"/a.creds\"}");
        assertThat(keys.profile().login()).isEqualTo(new Login.Credentials(Optional.of(Path.of("/a.creds"))));
        assertThat(keys.profile().urls().toString()).doesNotContain("ann");
        assertThat(noted(keys)).containsExactly("url");

        assertThat(resolve("{\"url\":\"nats://a:1@h,nats://b:2@i\"}").profile().urls())
                .as("each server has its own")
                .isEqualTo(ServerUrl.parseList("nats://a:1@h,nats://b:2@i"));
    }

    @Test
    void variablesHaveTheLastWordOnTheCommandLineOnly() throws IOException {
        environment.putAll(Map.of(
                "NATS_URL",
                "nats://other",
                "NATS_USER",
                "tok",
                "NATS_CA",
                "/other-ca.pem",
                "NATS_SOCKS_PROXY",
                "none"));
        write("it", "{\"url\":\"nats://h\",\"ca\":\"/ca.pem\",\"socks_proxy\":\"socks5://p:1\"}");
        Resolved plain = contexts().resolve("it");
        assertThat(plain.profile().urls()).isEqualTo(ServerUrl.parseList("nats://h"));
        assertThat(plain.notes()).isEmpty();

        Resolved named = contexts().resolveForCommandLine("it");
        assertThat(named.profile().urls()).isEqualTo(ServerUrl.parseList("nats://other"));
        assertThat(named.profile().login()).as("a user alone is a token").isEqualTo(new Login.Token());
        assertThat(named.secrets().find(Secret.TOKEN)).contains(SecretValue.of("tok"));
        assertThat(named.profile().tls().trust()).isEqualTo(new Tls.Trust.File(Path.of("/other-ca.pem")));
        assertThat(named.profile().link().socksProxy()).isEmpty();
        assertThat(noted(named)).containsExactlyInAnyOrder("url", "token", "ca", "socks_proxy");

        environment.put("NATS_PASSWORD", "pw");
        Resolved both = contexts().resolveForCommandLine("it");
        assertThat(both.profile().login()).isEqualTo(new Login.Password("tok"));
        assertThat(both.secrets().find(Secret.PASSWORD)).contains(SecretValue.of("pw"));
    }

    @Test
    void takesAFileByItsPathAndKeysInAnyCase() throws IOException {
        Path file = Files.writeString(home.resolve("elsewhere.json"), "{\"URL\":\"nats://h\",\"User\":\"ann\"}");
        Profile profile = contexts().resolve(file.toString()).profile();
        assertThat(profile.name()).isEqualTo("elsewhere");
        assertThat(profile.login()).isEqualTo(new Login.Password("ann"));
    }

    @Test
    void selectsAsTheCliDoes() throws IOException {
        write("a", "{}");
        write("b", "{}");
        contexts().select("a");
        contexts().select("b");
        assertThat(contexts().selected()).contains("b");
        assertThat(home.resolve(".config/nats/context.txt")).hasContent("b");
        assertThat(home.resolve(".config/nats/previous-context.txt")).hasContent("a");
        assertThat(catchThrowableOfType(Failure.class, () -> contexts().select("c"))
                        .key())
                .isEqualTo("context.missing");
        assertThat(contexts().selected()).contains("b");
    }
}
