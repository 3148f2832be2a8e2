package app.edgeglass.core.connection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SampleProfiles;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class ProfileStoreTest {

    private final List<Failure> problems = new CopyOnWriteArrayList<>();
    private final MemorySecrets secrets = new MemorySecrets();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("config").resolve("profiles.json");
    }

    private ProfileStore open() {
        return ProfileStore.open(
                file(),
                secrets,
                SecretReferences.of(Map.of("PLANT_PASSWORD", "from outside"), folder),
                Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
                problems::add);
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), json);
    }

    private JsonNode onDisk() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(file()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Profile named(String name) {
        return Profile.of("nats://127.0.0.1").named(name);
    }

    private static List<String> names(ProfileStore store) {
        return store.list().stream().map(Profile::name).toList();
    }

    @Test
    void everyShapeComesBackAsItWas() throws IOException {
        ProfileStore store = open();
        assertThat(store.list()).isEmpty();
        SampleProfiles.ofEveryShape().forEach(store::save);

        assertThat(open().list()).isEqualTo(SampleProfiles.ofEveryShape());
        assertThat(problems).isEmpty();
        assertThat(files()).containsExactly("profiles.json");
        assertThat(onDisk().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void isReadableAndTheOwnersOnly() throws IOException {
        open().save(SampleProfiles.full());
        assertThat(Files.readString(file()))
                .contains("\n")
                .contains("\"name\" : \"Leitstand “Süd”\"")
                .contains("\"environment\" : \"production\"")
                .contains("\"kind\" : \"credentials\"")
                .contains("\"ping\" : \"PT1.5S\"");
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file().getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatStandsInAUrlIsPartedFromIt() throws IOException {
        ProfileStore store = open();
        Profile byUser = store.save(Profile.of("nats://ann:s%2Bcr%40t@127.0.0.1,nats://ann:s%2Bcr%40t@127.0.0.2"));
        Profile byToken = store.save(Profile.of("nats://t0ken+@127.0.0.1"));

        assertThat(byUser.login()).isEqualTo(new Login.Password("ann"));
        assertThat(secrets.find(byUser.id(), Secret.PASSWORD)).contains(SecretValue.of("s+cr@t"));
        assertThat(byToken.login()).isEqualTo(new Login.Token());
        assertThat(secrets.find(byToken.id(), Secret.TOKEN)).contains(SecretValue.of("t0ken+"));
        assertThat(Files.readString(file())).doesNotContain("s%2Bcr").doesNotContain("t0ken");
        assertThat(open().list()).containsExactly(byUser, byToken);

        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> store.save(Profile.of("nats://a:b@127.0.0.1,nats://c:d@127.0.0.2")))
                        .key())
                .isEqualTo("profiles.url-logins");
        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> store.save(
                                        Profile.of("nats://a:b@127.0.0.1").withLogin(new Login.Jwt(true))))
                        .key())
                .isEqualTo("profiles.url-and-login");
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void whatAPersonWroteIntoAUrlByHandIsPartedAtTheNextChange() throws IOException {
        write("{\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"urls\":[\"nats://ann:secret@127.0.0.1\"]}]}");
        ProfileStore store = open();
        store.save(named("other"));
        assertThat(Files.readString(file())).doesNotContain("secret");
        assertThat(store.find("x").orElseThrow().login()).isEqualTo(new Login.Password("ann"));
        assertThat(store.secretsOf("x").find(Secret.PASSWORD)).contains(SecretValue.of("secret"));
    }

    @Test
    void aDamagedFileIsSetAsideAndNotOverwritten() throws IOException {
        String damaged = "{\"version\":1,\"profiles\":[{\"id\":";
        for (String content : List.of(damaged, "", "[]", "{\"profiles\":7}")) {
            write(content);
            ProfileStore store = open();
            assertThat(store.list()).isEmpty();
            store.save(named("new"));
            Files.delete(file());
        }
        assertThat(problems).hasSize(4).allMatch(problem -> problem.key().equals("profiles.damaged"));
        assertThat(problems.getFirst().remedy()).contains("profiles.json.damaged-2026");
        assertThat(files()).hasSize(4);
        assertThat(file().resolveSibling(files().getFirst())).hasContent(damaged);
    }

    @Test
    void aNewerFileIsUsedButNotWritten() throws IOException {
        String newer =
                "{\"version\":7,\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"urls\":[\"nats://h\"],\"soul\":1}]}";
        write(newer);
        ProfileStore store = open();
        assertThat(names(store)).containsExactly("n");
        assertThat(problems).extracting(Failure::key).containsExactly("profiles.newer");
        assertThat(store.readOnly()).contains(problems.getFirst());
        for (Runnable change :
                List.<Runnable>of(() -> store.save(named("y")), () -> store.delete("x"), () -> store.duplicate("x"))) {
            assertThat(catchThrowableOfType(Failure.class, change::run).key()).isEqualTo("profiles.newer");
        }
        assertThat(names(store)).containsExactly("n");
        assertThat(Files.readString(file())).isEqualTo(newer);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aDamagedProfileTakesNoOtherDownAndStaysAsItIs() throws IOException {
        write("""
            {"profiles":[
              {"id":"a","name":"good","urls":["nats://h"]},
              {"id":"b","name":"no such login","urls":["nats://h"],"login":{"kind":"iris","eye":"left"}},
              "what is this",
              {"id":"c","name":"not read-only?","urls":["nats://h"],"readOnly":"yes"},
              {"id":"a","name":"twice","urls":["nats://h"]},
              {"id":"d","name":"no url","urls":[]},
              {"id":"e","name":"bad url","urls":["nats://user:hunter2@"]},
              {"id":"f","name":"last","urls":["nats://h"]}]}
            """);
        JsonNode before = onDisk();
        ProfileStore store = open();
        assertThat(names(store)).containsExactly("good", "last");
        assertThat(store.unreadable())
                .extracting(problem -> problem.name() + ": " + problem.failure().key())
                .containsExactly(
                        "no such login: profiles.value",
                        ": profiles.no-object",
                        "not read-only?: profiles.value",
                        "twice: profiles.value",
                        "no url: profiles.value",
                        "bad url: profiles.value");
        assertThat(store.unreadable().getFirst().failure().sentence()).contains("login.kind");
        assertThat(store.unreadable().toString()).doesNotContain("hunter2");

        store.move("f", "", Optional.of("a"));
        for (int i = 1; i < 7; i++) {
            assertThat(onDisk().at("/profiles/" + (i + 1))).isEqualTo(before.at("/profiles/" + i));
        }
        assertThat(names(open())).containsExactly("last", "good");
        assertThat(problems).isEmpty();
    }

    @Test
    void keysThatAreNotKnownStayWhereTheyAre() throws IOException {
        write("""
            {"theme":"dusk","profiles":[{"id":"a","name":"n","urls":["nats://h"],"rating":5,
              "login":{"kind":"password","user":"u","realm":"r"},"tls":{"pins":["x"],"trust":{"kind":"java","depth":2}}}]}
            """);
        ProfileStore store = open();
        store.save(store.find("a").orElseThrow().withLogin(new Login.Token()).named("m"));
        assertThat(onDisk().path("theme").asString()).isEqualTo("dusk");
        JsonNode kept = onDisk().at("/profiles/0");
        assertThat(kept.path("rating").asInt()).isEqualTo(5);
        assertThat(kept.at("/login/realm").asString()).isEqualTo("r");
        assertThat(kept.at("/login").has("user"))
                .as("what belongs to another way in goes")
                .isFalse();
        assertThat(kept.at("/tls/pins/0").asString()).isEqualTo("x");
        assertThat(kept.at("/tls/trust/depth").asInt()).isEqualTo(2);
        assertThat(names(open())).containsExactly("m");
    }

    @Test
    void duplicatesMovesRenamesAndDeletes() {
        ProfileStore store = open();
        var changes = new AtomicInteger();
        Runnable end = store.onChange(changes::incrementAndGet);
        Profile a = store.save(named("a").withLogin(new Login.Token()));
        Profile b = store.save(named("b"));
        secrets.put(a.id(), Secret.TOKEN, SecretValue.of("t"));

        Profile copy = store.duplicate(a.id());
        assertThat(names(store)).containsExactly("a", "a 2", "b");
        assertThat(copy.id()).isNotEqualTo(a.id());
        assertThat(store.secretsOf(copy.id()).find(Secret.TOKEN)).contains(SecretValue.of("t"));

        store.move(b.id(), "plants/north", Optional.of(a.id()));
        assertThat(names(store)).containsExactly("b", "a", "a 2");
        store.move(b.id(), "plants/north", Optional.empty());
        assertThat(names(store)).containsExactly("a", "a 2", "b");
        store.renameFolder("plants", "sites");
        assertThat(store.find(b.id()).orElseThrow().look().folder()).isEqualTo("sites/north");
        store.renameFolder("sites", "");
        assertThat(store.find(b.id()).orElseThrow().look().folder()).isEqualTo("north");

        store.delete(a.id());
        assertThat(secrets.all(a.id())).isEmpty();
        assertThat(secrets.all(copy.id())).hasSize(1);
        assertThat(names(open())).containsExactly("a 2", "b");
        assertThat(changes).hasValue(8);
        end.run();
        store.delete(b.id());
        assertThat(changes).hasValue(8);
        assertThat(catchThrowableOfType(Failure.class, () -> store.duplicate(b.id()))
                        .key())
                .isEqualTo("profiles.gone");
    }

    @Test
    void readsWhatAnotherWindowKeptBeforeItWrites() throws IOException {
        ProfileStore here = open();
        ProfileStore there = open();
        here.save(named("here"));
        there.save(named("there"));
        assertThat(names(open())).containsExactly("here", "there");

        Files.writeString(file(), "{ torn");
        here.save(named("again"));
        assertThat(problems).extracting(Failure::key).containsExactly("profiles.damaged");
        assertThat(names(open())).as("what is known of it is written anew").containsExactly("here", "again");
    }

    @Test
    void whatCannotBeWrittenHasNotHappened() throws IOException {
        ProfileStore store = open();
        // A file where the folder should be: no right that a test might have overcomes it.
        Files.writeString(file().getParent(), "in the way");
        Failure failure = catchThrowableOfType(Failure.class, () -> store.save(named("a")));
        assertThat(failure.key()).isEqualTo("profiles.save");
        assertThat(failure.sentence()).contains(file().toString());
        assertThat(store.list()).isEmpty();

        Files.delete(file().getParent());
        Files.createDirectories(file());
        assertThat(open().list()).isEmpty();
        assertThat(problems).extracting(Failure::key).containsExactly("profiles.unreadable");
    }

    @Test
    void looksSecretsUpWhereTheProfileRefersTo() {
        ProfileStore store = open();
        var context = JsonNodeFactory.instance.objectNode().put("color_scheme", "red");
        Profile profile = named("a").withLogin(new Login.Password("ann"));
        store.saveAll(List.of(KeptProfile.of(profile)
                .withOrigin(new Origin(context, List.of("token"), Map.of(Secret.PASSWORD, "env://PLANT_PASSWORD")))));
        ProfileStore again = open();
        assertThat(again.secretsOf(profile.id()).find(Secret.PASSWORD)).contains(SecretValue.of("from outside"));
        assertThat(again.secretsOf(profile.id()).find(Secret.TOKEN)).isEmpty();
        assertThat(again.origin(profile.id()).orElseThrow().context()).isEqualTo(context);
        assertThat(again.origin(profile.id()).orElseThrow().parted()).containsExactly("token");

        again.save(profile.named("b"), Map.of(Secret.PASSWORD, SecretValue.of("typed")));
        assertThat(again.secretsOf(profile.id()).find(Secret.PASSWORD)).contains(SecretValue.of("typed"));
        assertThat(open().origin(profile.id())).as("stays with the profile").isPresent();
    }
}
