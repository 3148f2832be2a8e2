package app.edgeglass.core.connection.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SampleProfiles;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A context becomes a profile and a context again. */
class ContextRoundTripTest {

    private static final String EVERYTHING = """
            {
              "description": "all of it",
              "url": "tls://a.example:4443,nats://b.example",
              "socks_proxy": "socks5://me:proxy-pw@proxy:1080",
              "token": "the-token",
              "user": "ann",
              "password": "the-password",
              "creds": "$CREDS/x.creds",
              "nkey": "data:;base64,U1VBVEhFU0VFRA==",
              "cert": "~/me.pem",
              "key": "${CREDS}/me.key",
              "ca": "file:///ca.pem",
              "nsc": "Op/Acct/User",
              "jetstream_domain": "edge",
              "jetstream_api_prefix": "JS.hub.API",
              "jetstream_event_prefix": "JS.hub.EVENT",
              "inbox_prefix": "_MINE",
              "user_jwt": "a.b.c",
              "user_seed": "SUAUSERSEED",
              "color_scheme": "cyan",
              "tls_first": true,
              "windows_cert_store": "user",
              "windows_cert_match_by": "thumbprint",
              "windows_cert_match": "ab12",
              "windows_ca_certs_match": [
                "Plant CA",
                "Other CA"
              ],
              "exact": 1.10,
              "large": 123456789012345678901234567890,
              "nested": {
                "b": [
                  1,
                  null
                ],
                "a": "ü \\u0001"
              },
              "vault_token": "kept-elsewhere"
            }""";

    private final MemorySecrets secrets = new MemorySecrets();

    @TempDir
    Path home;

    private ProfileStore store;
    private CliContexts contexts;

    @BeforeEach
    void open() {
        Map<String, String> environment = Map.of("CREDS", "/creds", "PATH", home.toString(), "PW", "now");
        contexts = CliContexts.of(environment, home);
        store = ProfileStore.open(
                home.resolve("profiles.json"),
                secrets,
                SecretReferences.of(environment, home),
                Clock.systemUTC(),
                problem -> {
                    throw problem;
                });
    }

    private Path file(String name) {
        return home.resolve(".config/nats/context").resolve(name + ".json");
    }

    private void write(String name, String json) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), json);
    }

    private JsonNode read(String name) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(file(name)));
    }

    @Test
    void nothingIsLostOnTheWayThereAndBack() throws IOException {
        write("full", EVERYTHING);
        Profile profile = contexts.importInto(store, "full");
        assertThat(profile.login()).isEqualTo(new Login.Password("ann"));
        assertThat(Files.readString(home.resolve("profiles.json")))
                .doesNotContain("proxy-pw", "the-token", "the-password", "U1VBVEhFU0VFRA", "a.b.c", "SUAUSERSEED")
                .doesNotContain("kept-elsewhere");

        open();
        contexts.export(store, store.find(profile.id()).orElseThrow(), "copy", false);
        assertThat(Files.readString(file("copy")))
                .as("byte by byte, laid out as the CLI does, with numbers as they were written")
                .isEqualTo(EVERYTHING);

        Profile twin = store.duplicate(profile.id());
        store.delete(profile.id());
        contexts.export(store, twin, "twin", false);
        assertThat(read("twin")).as("the copy has all of it, too").isEqualTo(read("full"));
        store.delete(twin.id());
        assertThat(secrets.all(twin.id() + "/vault_token")).isEmpty();
    }

    @Test
    void theNameInAFileIsThatOfTheFile() throws IOException {
        write("old", "{\"name\":\"old\",\"url\":\"nats://h\"}");
        contexts.export(store, contexts.importInto(store, "old"), "new", false);
        assertThat(read("new").path("name").asString()).isEqualTo("new");
    }

    @Test
    void everyLoginComesBack() throws IOException {
        List<String> logins = List.of(
                "{\"url\":\"nats://h\",\"user\":\"u\",\"password\":\"env://PW\"}",
                "{\"url\":\"nats://h\",\"user\":\"u\",\"password\":\"data:;base64,ZW52Oi8vWA==\"}",
                "{\"url\":\"nats://h\",\"token\":\"t\"}",
                "{\"url\":\"nats://h\",\"creds\":\"~/a.creds\"}",
                "{\"url\":\"nats://h\",\"creds\":\"data:;base64,Y3JlZHM=\"}",
                "{\"url\":\"nats://h\",\"creds\":\"op://vault/item/field\"}",
                "{\"url\":\"nats://h\",\"nkey\":\"file:///a.nk\"}",
                "{\"url\":\"nats://h\",\"nkey\":\"data:;base64,U1VB\"}",
                "{\"url\":\"nats://h\",\"user_jwt\":\"a.b.c\",\"user_seed\":\"env://PW\"}",
                "{\"url\":\"nats://h\",\"user_jwt\":\"a.b.c\"}",
                "{\"url\":\"nats://h\",\"nsc\":\"Op/Acct/User\"}",
                "{}");
        for (int i = 0; i < logins.size(); i++) {
            String name = "login-" + i;
            write(name, logins.get(i));
            contexts.export(store, contexts.importInto(store, name), "back", true);
            for (var property : read(name).properties()) {
                assertThat(read("back").get(property.getKey()))
                        .as(logins.get(i))
                        .isEqualTo(property.getValue());
            }
            assertThat(contexts.resolve("back").profile().login())
                    .isEqualTo(contexts.resolve(name).profile().login());
        }
    }

    @Test
    void referencesStayReferencesUntilSomethingIsTyped() throws IOException {
        write("a", "{\"url\":\"nats://h\",\"user\":\"u\",\"password\":\"env://PW\"}");
        Profile profile = contexts.importInto(store, "a");
        assertThat(secrets.all(profile.id())).as("nothing was copied").isEmpty();
        assertThat(store.secretsOf(profile.id()).find(Secret.PASSWORD)).contains(SecretValue.of("now"));

        store.save(profile, Map.of(Secret.PASSWORD, SecretValue.of("typed")));
        contexts.export(store, profile, "a", true);
        assertThat(read("a").path("password").asString()).isEqualTo("typed");
    }

    @Test
    void onlyWhatHasChangedIsWrittenOverWhatWas() throws IOException {
        write("full", EVERYTHING);
        Profile profile = contexts.importInto(store, "full");
        Profile changed = store.save(profile.withUrls(ServerUrl.parseList("nats://c"))
                .withLogin(new Login.NKey(Optional.of(Path.of("/mine.nk")))));
        contexts.export(store, changed, "full", true);
        JsonNode now = read("full");
        assertThat(now.path("url").asString()).isEqualTo("nats://c:4222");
        assertThat(now.path("nkey").asString()).isEqualTo("/mine.nk");
        for (String gone : List.of("user", "password", "token", "creds", "nsc", "user_jwt", "user_seed")) {
            assertThat(now.path(gone).asString()).as(gone).isEmpty();
        }
        assertThat(now.path("cert").asString()).isEqualTo("~/me.pem");
        assertThat(now.path("vault_token").asString()).isEqualTo("kept-elsewhere");
    }

    @Test
    void writesProfilesOfEveryShapeAndSaysWhatIsLeftOut() throws IOException {
        int i = 0;
        for (Profile profile : SampleProfiles.ofEveryShape()) {
            store.save(profile);
            for (Secret which : Secret.values()) {
                secrets.put(profile.id(), which, SecretValue.of("x." + which + ".y"));
            }
            String name = "shape-" + i++;
            contexts.export(store, profile, name, false);
            Resolved back = contexts.resolve(name);
            assertThat(back.profile().urls()).isEqualTo(profile.urls());
            assertThat(back.profile().jetStream()).isEqualTo(profile.jetStream());
            assertThat(back.profile().login().getClass())
                    .isEqualTo(profile.login().getClass());
            for (Secret which : Secret.values()) {
                back.secrets()
                        .find(which)
                        .ifPresent(value -> assertThat(value).isEqualTo(SecretValue.of("x." + which + ".y")));
            }
        }
        var preview = contexts.preview(store, SampleProfiles.full(), "shape-0");
        assertThat(preview.replaces()).isTrue();
        assertThat(preview.notes())
                .extracting(Note::field)
                .containsExactly(
                        "folder",
                        "colour",
                        "environment",
                        "readOnly",
                        "subscriptions",
                        "echo",
                        "ping",
                        "reconnect",
                        "connectionName");
        Profile unknown = Profile.of("nats://h").withLogin(new Login.Token());
        assertThat(contexts.preview(store, unknown, "new").notes())
                .extracting(Note::field)
                .containsExactly("token");
        contexts.export(unknown, Secrets.of(Map.of(Secret.TOKEN, SecretValue.of("op://odd"))), "new", false);
        assertThat(contexts.resolve("new").secrets().find(Secret.TOKEN)).contains(SecretValue.of("op://odd"));
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        write("taken", "{\"url\":\"nats://h\",\"colour_of_paint\":\"grey\"}");
        write("torn", "{");
        Profile profile = store.save(Profile.of("nats://x"));
        assertThat(key("taken", false)).isEqualTo("context.taken");
        assertThat(read("taken").path("url").asString()).isEqualTo("nats://h");
        assertThat(key("torn", true)).isEqualTo("context.damaged");
        assertThat(file("torn")).hasContent("{");
        for (String name : List.of("", "a b", "a.b", "a/b", "..", "a*", "x".repeat(300))) {
            assertThat(key(name, true)).isEqualTo("context.new-name");
        }
        contexts.export(store, profile, "taken", true);
        assertThat(read("taken").path("url").asString()).isEqualTo("nats://x:4222");
        assertThat(read("taken").path("colour_of_paint").asString()).isEqualTo("grey");
    }

    private String key(String name, boolean replace) {
        return catchThrowableOfType(
                        Failure.class, () -> contexts.export(store, store.list().getFirst(), name, replace))
                .key();
    }

    @Test
    void whatIsWrittenIsTheOwnersOnly() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"));
        contexts.export(Profile.of("nats://h"), Secrets.NONE, "a", false);
        contexts.select("a");
        assertThat(Files.getPosixFilePermissions(file("a"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file("a").getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(home.resolve(".config/nats/context.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
