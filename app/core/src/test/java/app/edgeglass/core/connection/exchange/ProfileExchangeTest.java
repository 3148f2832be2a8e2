package app.edgeglass.core.connection.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.exchange.ImportPlan.Fate;
import app.edgeglass.core.connection.exchange.ImportPlan.Line;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SampleProfiles;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProfileExchangeTest {

    private static final Optional<SecretValue> PASSPHRASE = Optional.of(SecretValue.of("nine élans"));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("shared.json");
    }

    private ProfileStore store(String name) {
        return ProfileStore.open(
                folder.resolve(name).resolve("profiles.json"), new MemorySecrets(), Clock.systemUTC(), problem -> {
                    throw problem;
                });
    }

    private static ProfileStore filled(ProfileStore store) {
        for (Profile profile : SampleProfiles.ofEveryShape()) {
            store.save(
                    profile.named("name " + profile.id()),
                    Map.of(Secret.PASSWORD, SecretValue.of("p-" + profile.id()), Secret.SEED, SecretValue.of("SUAx")));
        }
        return store;
    }

    private String failure(Optional<SecretValue> passphrase) {
        return catchThrowableOfType(Failure.class, () -> new ProfileImport(store("any")).plan(file(), passphrase))
                .key();
    }

    @Test
    void withoutSecretsAllButTheSecretsArrives() throws IOException {
        ProfileStore here = filled(store("here"));
        Profile byHand = Profile.of("nats://ann:hunter2@h");
        var all = new ArrayList<>(here.list());
        all.add(byHand);
        new ProfileExport(here).withoutSecrets(all, file());
        assertThat(Files.readString(file())).doesNotContain("p-full", "SUAx", "hunter2");

        ProfileStore there = store("there");
        var imports = new ProfileImport(there);
        assertThat(imports.wantsPassphrase(file())).isFalse();
        ImportPlan plan = imports.plan(file(), Optional.empty());
        assertThat(plan.lines()).allMatch(line -> line.fate() == Fate.ADD && !line.withSecrets());
        assertThat(there.list()).as("a plan keeps nothing").isEmpty();
        imports.apply(plan);
        assertThat(there.list()).startsWith(here.list().toArray(Profile[]::new)).hasSize(all.size());
        assertThat(there.secrets().all("full")).isEmpty();
        assertThat(imports.plan(file(), Optional.empty()).lines()).allMatch(line -> line.fate() == Fate.SAME);
    }

    @Test
    void behindAPassphraseEverythingArrives() throws IOException {
        ProfileStore here = filled(store("here"));
        new ProfileExport(here).encrypted(here.list(), PASSPHRASE.orElseThrow(), file());
        String text = Files.readString(file());
        assertThat(text)
                .doesNotContain("p-full", "SUAx", "a.example", "name full")
                .contains("argon2id");

        ProfileStore there = store("there");
        var imports = new ProfileImport(there);
        assertThat(imports.wantsPassphrase(file())).isTrue();
        ImportPlan plan = imports.plan(file(), Optional.of(SecretValue.of("nine e\u0301lans")));
        assertThat(plan.lines()).allMatch(Line::withSecrets);
        imports.apply(plan);
        assertThat(there.list()).isEqualTo(here.list());
        assertThat(there.secrets().all("full")).isEqualTo(here.secrets().all("full"));

        assertThat(failure(Optional.of(SecretValue.of("nine elans")))).isEqualTo("exchange.passphrase");
        assertThat(failure(Optional.empty())).isEqualTo("exchange.no-passphrase");
        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> new ProfileExport(here).encrypted(here.list(), SecretValue.of(""), file()))
                        .key())
                .isEqualTo("exchange.no-passphrase");
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    @Test
    void aDamagedFileIsNotAWrongPassphrase() throws IOException {
        ProfileStore here = filled(store("here"));
        new ProfileExport(here).encrypted(here.list(), PASSPHRASE.orElseThrow(), file());
        var json = new JsonMapper();
        for (String key : List.of("text", "salt", "nonce", "memoryKiB", "sum")) {
            var tree = (ObjectNode) json.readTree(Files.readAllBytes(file()));
            var box = (ObjectNode) tree.get("encrypted");
            if (key.equals("memoryKiB")) {
                box.put(key, Integer.MAX_VALUE);
            } else {
                String value = box.get(key).asString();
                box.put(key, (value.charAt(0) == 'A' ? 'B' : 'A') + value.substring(1));
            }
            Path whole = Files.move(file(), folder.resolve("whole.json"));
            Files.write(file(), json.writeValueAsBytes(tree));
            assertThat(failure(PASSPHRASE)).as(key).isEqualTo("exchange.damaged");
            Files.move(whole, file(), StandardCopyOption.REPLACE_EXISTING);
        }
        var tree = (ObjectNode) json.readTree(Files.readAllBytes(file()));
        ((ObjectNode) tree.get("encrypted")).put("kdf", "argon3");
        Files.write(file(), json.writeValueAsBytes(tree));
        assertThat(failure(PASSPHRASE)).isEqualTo("exchange.newer");
    }

    @Test
    void saysWhatIsNoFileOfProfiles() throws IOException {
        for (String content : List.of("", "[]", "{}", "{\"format\":\"other\",\"profiles\":[]}", "PK\u0003\u0004")) {
            Files.writeString(file(), content);
            assertThat(failure(Optional.empty())).as(content).isEqualTo("exchange.format");
        }
        Files.writeString(file(), "{\"format\":\"edgeglass-profiles\",\"version\":2,\"profiles\":[]}");
        assertThat(failure(Optional.empty())).isEqualTo("exchange.newer");
        Files.delete(file());
        assertThat(failure(Optional.empty())).isEqualTo("exchange.unreadable");
    }

    @Test
    void overwritesNothingThatNobodyChose() throws IOException {
        ProfileStore store = store("here");
        Profile mine = store.save(
                Profile.of("nats://mine").withId("a").named("plant").withLogin(new Login.Token()),
                Map.of(Secret.TOKEN, SecretValue.of("t")));
        Files.writeString(file(), """
            {"profiles":[
              {"id":"a","name":"plant","urls":["nats://theirs"],"login":{"kind":"token"}},
              {"id":"b","name":"plant","urls":["nats://b"]},
              {"id":"b","name":"again","urls":["nats://b"]},
              {"id":"c","name":"broken","urls":["gopher://c"]}]}
            """);
        var imports = new ProfileImport(store);
        ImportPlan plan = imports.plan(file(), Optional.empty());
        assertThat(plan.lines())
                .extracting(line -> line.profile().id() + " " + line.name() + " " + line.fate())
                .containsExactly("a plant 2 ADD_RENAMED", "b plant 3 ADD_RENAMED");
        assertThat(plan.unreadable()).extracting(problem -> problem.name()).containsExactly("broken");

        imports.apply(plan.with(plan.lines().get(1), Fate.SKIP));
        assertThat(store.list()).extracting(Profile::name).containsExactly("plant", "plant 2");
        assertThat(store.find("a")).contains(mine);

        ImportPlan again = imports.plan(file(), Optional.empty());
        imports.apply(again.with(again.lines().getFirst(), Fate.REPLACE)
                .with(again.lines().get(1), Fate.SKIP));
        assertThat(store.find("a").orElseThrow().urls().toString()).contains("theirs");
        assertThat(store.secretsOf("a").find(Secret.TOKEN)).as("stays").contains(SecretValue.of("t"));
        assertThat(store.list()).hasSize(2);
    }
}
