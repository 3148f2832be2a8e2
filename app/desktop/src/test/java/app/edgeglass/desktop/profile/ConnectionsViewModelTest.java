package app.edgeglass.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.context.CliContexts;
import app.edgeglass.core.connection.context.Note;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.MemorySecrets;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.desktop.profile.SecretAsker.Answer;
import app.edgeglass.desktop.profile.SecretAsker.Question;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.profile.editor.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class ConnectionsViewModelTest {

    private static final SecretValue GOOD = SecretValue.of("good");

    @TempDir
    private Path home;

    private final List<Failure> problems = new ArrayList<>();
    private final Asked person = new Asked();
    private final List<Question> wanted = new ArrayList<>();
    private final List<Consumer<Answer>> answers = new ArrayList<>();
    private final List<Profile> opened = new ArrayList<>();
    private final List<Secrets> with = new ArrayList<>();
    private final List<Note> noted = new ArrayList<>();
    private final Set<String> atStart = new HashSet<>();

    private ProfileStore store;
    private ConnectionsViewModel model;

    @BeforeEach
    void open() {
        store = ProfileStore.open(home.resolve("profiles.json"), new MemorySecrets(), Clock.systemUTC(), problems::add);
        var settings = SettingsStore.open(home.resolve("settings.json"), List.of(), Clock.systemUTC(), problems::add);
        var kept = new ConnectionsViewModel.Kept(
                store,
                CliContexts.of(Map.of("XDG_CONFIG_HOME", home.toString()), home),
                settings.section("connections", ConnectionsSettings.class, ConnectionsSettings.DEFAULT),
                new OpenedAtStart() {
                    @Override
                    public boolean contains(String id) {
                        return atStart.contains(id);
                    }

                    @Override
                    public void change(String id, boolean wanted) {
                        if (wanted) {
                            atStart.add(id);
                        } else {
                            atStart.remove(id);
                        }
                    }
                });
        model = new ConnectionsViewModel(kept, new InPlaceRunner(), person, (question, onAnswer) -> {
            wanted.add(question);
            answers.add(onAnswer);
        });
        model.opening().leadTo(new Door() {
            @Override
            public void open(Profile profile, Secrets secrets) {
                opened.add(profile);
                with.add(secrets);
            }

            @Override
            public void examine(Profile profile, Secrets secrets) {
                open(profile, secrets);
            }

            @Override
            public void note(Resolved context) {
                noted.addAll(context.notes());
            }

            @Override
            public Standing standing(String id) {
                return Standing.CLOSED;
            }
        });
    }

    private Profile keep(String name) {
        return store.save(Profile.of("nats://" + name.length() + ".example").named(name));
    }

    private void choose(Profile profile) {
        model.choose(new Row.Stored(profile, 0));
    }

    private List<String> names() {
        model.list().sample();
        return model.list().rowsProperty().get().stream()
                .filter(Row.Stored.class::isInstance)
                .map(row -> ((Row.Stored) row).profile().name())
                .toList();
    }

    @Test
    void whatWasTypedIsNotLostWithoutAQuestion() {
        Profile one = keep("one");
        Profile two = keep("two");
        choose(one);
        model.editor().text(Field.NAME).set("uno");

        choose(two);
        assertThat(person.questions).hasSize(1);
        assertThat(model.selectedProperty().get()).isEqualTo(one.id());
        person.answerFirst();
        assertThat(model.selectedProperty().get()).isEqualTo(two.id());
        assertThat(names()).containsExactly("uno", "two");

        model.editor().text(Field.NAME).set("due");
        model.create();
        person.answerSecond();
        assertThat(names()).containsExactly("uno", "two");
        assertThat(model.editor().isNew()).isTrue();
        // Nothing was typed yet.
        choose(two);
        assertThat(person.questions).hasSize(2);
        assertThat(model.selectedProperty().get()).isEqualTo(two.id());
    }

    @Test
    void savingIsNeverSilentAboutWhatIsWrong() {
        model.create();
        model.editor().text(Field.SERVERS).set("http://a");
        assertThat(model.save(saved -> {})).isFalse();
        assertThat(model.editor().problemsProperty().get()).containsOnlyKeys(Field.NAME, Field.SERVERS);
        assertThat(model.connect()).isFalse();
        assertThat(model.test()).isFalse();
        assertThat(store.list()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void aNewConnectionIsKeptWithItsSecretsAndOpened() {
        model.create();
        model.editor().text(Field.NAME).set("Plant");
        model.editor().text(Field.SERVERS).set("nats://plant.example");
        model.editor().text(Field.FOLDER).set("Plants");
        model.editor().loginProperty().set(LoginKind.PASSWORD);
        model.editor().text(Field.USER).set("operator");
        model.editor().text(Field.PASSWORD).set("good");
        model.editor().flag(Flag.AT_START).set(true);
        assertThat(model.connect()).isTrue();

        Profile kept = store.list().getFirst();
        assertThat(opened).containsExactly(kept);
        assertThat(with.getFirst().find(Secret.PASSWORD)).contains(GOOD);
        assertThat(wanted).isEmpty();
        assertThat(model.editor().changedProperty().get()).isFalse();
        assertThat(model.editor().isAtStart()).isTrue();
        assertThat(model.editor().keptProperty().get()).containsExactly(Secret.PASSWORD);
        assertThat(model.list().recentProperty().get()).containsExactly(kept.id());

        // Another way of signing in leaves no password behind.
        model.editor().loginProperty().set(LoginKind.TOKEN);
        model.editor().text(Field.TOKEN).set("t");
        assertThat(model.save(saved -> {})).isTrue();
        assertThat(store.secrets().all(kept.id())).containsOnlyKeys(Secret.TOKEN);
    }

    @Test
    void aMissingSecretIsAskedForAndKnownUntilTheEnd() {
        Profile plant = store.save(Profile.of("nats://plant").named("Plant").withLogin(new Login.Password("operator")));
        choose(plant);
        model.connect();
        assertThat(opened).isEmpty();
        assertThat(wanted.getFirst().wanted()).containsExactly(Secret.PASSWORD);
        // There is no keychain here.
        assertThat(wanted.getFirst().keepable()).isFalse();
        answers.getFirst().accept(new Answer(Map.of(Secret.PASSWORD, GOOD), false));
        assertThat(with.getFirst().find(Secret.PASSWORD)).contains(GOOD);
        assertThat(store.secrets().find(plant.id(), Secret.PASSWORD)).isEmpty();

        model.connect();
        assertThat(wanted).hasSize(1);
        assertThat(opened).hasSize(2);

        // A person may type another one into the form; then that counts.
        model.editor().text(Field.PASSWORD).set("other");
        model.connect();
        assertThat(with.getLast().find(Secret.PASSWORD)).contains(SecretValue.of("other"));
    }

    @Test
    void secretsInAnAddressBecomeTheSignIn() {
        model.create("nats://operator:good@plant.example , nats://operator:good@other.example");
        model.editor().text(Field.NAME).set("Plant");
        assertThat(model.save(saved -> {})).isTrue();
        assertThat(model.editor().text(Field.SERVERS).get())
                .isEqualTo("nats://plant.example:4222\nnats://other.example:4222");
        assertThat(model.editor().loginProperty().get()).isEqualTo(LoginKind.PASSWORD);
        assertThat(model.editor().keptProperty().get()).containsExactly(Secret.PASSWORD);
    }

    @Test
    void duplicatesMovesAndDeletes() {
        Profile one = keep("one");
        Profile two = keep("two");
        choose(one);
        model.duplicate();
        assertThat(names()).containsExactly("one", "one 2", "two");
        assertThat(model.selectedProperty().get()).isEqualTo(store.list().get(1).id());
        model.move(two, -1);
        assertThat(names()).containsExactly("one", "two", "one 2");
        model.move(one, 1);
        assertThat(names()).containsExactly("two", "one", "one 2");
        model.move(store.list().getLast(), 1);
        assertThat(names()).containsExactly("two", "one", "one 2");

        model.delete();
        assertThat(names()).hasSize(3);
        person.answerFirst();
        assertThat(names()).containsExactly("two", "one");
        assertThat(model.shownProperty().get()).isInstanceOf(Shown.Nothing.class);
    }

    @Test
    void aContextIsUsedWithoutImportingItAndImportedWhenWanted() throws IOException {
        Path folder = Files.createDirectories(home.resolve("nats/context"));
        Files.writeString(
                folder.resolve("hub.json"),
                "{\"url\": \"nats://hub.example\", \"user\": \"operator\", \"password\": \"good\","
                        + " \"jetstream_event_prefix\": \"X\"}");
        Files.writeString(folder.resolve("broken.json"), "{");
        model.contexts().load();
        model.opening().use("hub");
        assertThat(opened.getFirst().id()).isEqualTo(CliContexts.idOf("hub"));
        assertThat(with.getFirst().find(Secret.PASSWORD)).contains(GOOD);
        assertThat(store.list()).isEmpty();
        assertThat(noted).extracting(Note::field).contains("jetstream_event_prefix");

        Row hub = model.list().rowsProperty().get().stream()
                .filter(row -> row instanceof Row.Context(var context)
                        && context.name().equals("hub"))
                .findFirst()
                .orElseThrow();
        model.choose(hub);
        assertThat(model.shownProperty().get())
                .isInstanceOfSatisfying(
                        Shown.OfContext.class,
                        shown -> assertThat(shown.resolved().orElseThrow().notes())
                                .isNotEmpty());
        model.importContext(profile -> {});
        assertThat(names()).containsExactly("hub");
        assertThat(model.shownProperty().get()).isInstanceOf(Shown.Editing.class);

        model.opening().use("no-such");
        assertThat(person.failures).extracting(Failure::key).containsExactly("context.missing");
    }

    @Test
    void aDamagedFileIsSaidAndNotOverwritten() throws IOException {
        Files.writeString(home.resolve("profiles.json"), "{ \"version\": 99, \"profiles\": [] }");
        open();
        assertThat(problems).isNotEmpty();
        assertThat(model.readOnly()).isPresent();
        model.create();
        model.editor().text(Field.NAME).set("Plant");
        assertThat(model.save(saved -> {})).isTrue();
        assertThat(person.failures).isNotEmpty();
        assertThat(model.editor().text(Field.NAME).get()).isEqualTo("Plant");
        assertThat(home.resolve("profiles.json")).content().contains("99");
    }

    @Test
    void foldersStayClosedAndOpenForWhatIsSaved() {
        store.save(Profile.of("nats://a").named("a").withLook(new Profile.Look("Plants", ProfileColour.RED, "")));
        model.list().sample();
        model.list().setClosed("Plants", true);
        assertThat(names()).isEmpty();
        model.create();
        model.editor().text(Field.NAME).set("b");
        model.editor().text(Field.FOLDER).set("Plants");
        model.save(saved -> {});
        assertThat(names()).containsExactly("a", "b");
    }
}
