package app.edgeglass.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(int depth, String name) {}

    record Sample(int count, Colour colour, Inner inner, List<String> names, Map<String, Integer> sizes) {
        static final Sample DEFAULT = new Sample(1, Colour.RED, new Inner(2, "two"), List.of("a"), Map.of());

        Sample withCount(int changed) {
            return new Sample(changed, colour, inner, names, sizes);
        }
    }

    private final List<Failure> problems = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private SettingsStore open(Migration... migrations) {
        return SettingsStore.open(file(), List.of(migrations), clock(), problems::add);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    }

    private static Section<Sample> sample(SettingsStore store) {
        return store.section("sample", Sample.class, Sample.DEFAULT);
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), json);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.sorted().toList();
        }
    }

    @Test
    void beginsWithTheDefaultsAndLeavesNoFileBehindWhenNothingChanges() {
        try (var store = open()) {
            assertThat(sample(store).get()).isEqualTo(Sample.DEFAULT);
        }
        assertThat(file()).doesNotExist();
        assertThat(problems).isEmpty();
    }

    @Test
    void everyValueComesBack() throws IOException {
        var changed = new Sample(
                7, Colour.GREEN, new Inner(-3, "drei “ü”"), List.of("x", "y"), new TreeMap<>(Map.of("l", 4, "r", 5)));
        try (var store = open()) {
            sample(store).update(before -> changed);
        }
        try (var store = open()) {
            assertThat(sample(store).get()).isEqualTo(changed);
        }
        assertThat(problems).isEmpty();
        assertThat(files()).containsExactly(file());
    }

    @Test
    void savesByItselfAMomentAfterAChange() {
        try (var store = open()) {
            sample(store).update(before -> before.withCount(42));
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(file()).content().contains("42"));
        }
    }

    @Test
    void doesNotWriteWhatHasNotChanged() throws IOException {
        write("{\"version\":1,\"sample\":{\"count\":5}}");
        try (var store = open()) {
            sample(store).update(before -> before.withCount(5));
        }
        assertThat(file()).hasContent("{\"version\":1,\"sample\":{\"count\":5}}");
    }

    @Test
    void fillsUpWhatTheFileDoesNotHave() throws IOException {
        write("{\"version\":1,\"sample\":{\"inner\":{\"name\":\"n\"}}}");
        try (var store = open()) {
            assertThat(sample(store).get())
                    .isEqualTo(new Sample(1, Colour.RED, new Inner(2, "n"), List.of("a"), Map.of()));
        }
    }

    @Test
    void keepsKeysThatItDoesNotKnow() throws IOException {
        write("""
            {"version":1,"later":{"a":1},"sample":{"count":5,"new":[1,2],"inner":{"depth":9,"more":true}}}
            """);
        try (var store = open()) {
            sample(store).update(before -> before.withCount(6));
        }
        var after = SettingsTree.MAPPER.readTree(Files.readAllBytes(file()));
        assertThat(after.at("/later/a").asInt()).isEqualTo(1);
        assertThat(after.at("/sample/new/1").asInt()).isEqualTo(2);
        assertThat(after.at("/sample/inner/more").asBoolean()).isTrue();
        assertThat(after.at("/sample/inner/depth").asInt()).isEqualTo(9);
        assertThat(after.at("/sample/count").asInt()).isEqualTo(6);
    }

    @Test
    void forgetsTheEntriesOfAMapThatWereTakenOut() throws IOException {
        write("{\"version\":1,\"sample\":{\"sizes\":{\"a\":1,\"b\":2}}}");
        try (var store = open()) {
            sample(store).update(s -> new Sample(s.count(), s.colour(), s.inner(), s.names(), Map.of("b", 2)));
        }
        try (var store = open()) {
            assertThat(sample(store).get().sizes()).containsExactly(Map.entry("b", 2));
        }
    }

    @Test
    void setsADamagedFileAsideAndSaysSo() throws IOException {
        write("{\"version\":1,\"sample\":{\"cou");
        try (var store = open()) {
            var sample = sample(store);
            assertThat(sample.get()).isEqualTo(Sample.DEFAULT);
            sample.update(before -> before.withCount(3));
        }
        assertThat(problems).extracting(Failure::key).containsExactly("settings.damaged");
        assertThat(files()).hasSize(2).contains(file());
        Path aside = files().stream()
                .filter(path -> path.getFileName().toString().startsWith("settings.json.damaged-2026"))
                .findFirst()
                .orElseThrow();
        assertThat(aside).hasContent("{\"version\":1,\"sample\":{\"cou");
        assertThat(problems.getFirst().remedy()).contains(aside.toString());
        problems.clear();
        try (var store = open()) {
            assertThat(sample(store).get().count()).isEqualTo(3);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void setsAsideWhatIsNoObjectOrNoText() throws IOException {
        for (byte[] content : List.of(new byte[0], new byte[] {91, 93}, new byte[] {0, -1, -2, 3})) {
            Files.createDirectories(file().getParent());
            Files.write(file(), content);
            try (var store = open()) {
                assertThat(sample(store).get()).isEqualTo(Sample.DEFAULT);
            }
        }
        assertThat(problems)
                .extracting(Failure::key)
                .containsExactly("settings.damaged", "settings.damaged", "settings.damaged");
        assertThat(files()).as("none of them is overwritten by another").hasSize(3);
    }

    @Test
    void aValueThatDoesNotFitCostsOnlyItself() throws IOException {
        write("{\"version\":1,\"sample\":{\"count\":9,\"colour\":\"MAUVE\",\"names\":[\"q\"]}}");
        try (var store = open()) {
            assertThat(sample(store).get())
                    .isEqualTo(new Sample(9, Colour.RED, new Inner(2, "two"), List.of("q"), Map.of()));
        }
        assertThat(problems).extracting(Failure::key).containsExactly("settings.partly");
        assertThat(files()).as("the file and a copy of it").hasSize(2);
    }

    @Test
    void migratesStepByStep() throws IOException {
        write("{\"version\":1,\"old\":{\"count\":5}}");
        Migration renamed = tree -> tree.set("sample", tree.remove("old"));
        Migration doubled = tree -> ((tools.jackson.databind.node.ObjectNode) tree.get("sample"))
                .put("count", tree.at("/sample/count").asInt() * 2);
        try (var store = open(renamed, doubled)) {
            assertThat(sample(store).get().count()).isEqualTo(10);
        }
        assertThat(file()).content().contains("\"version\" : 3");
        try (var store = open(renamed, doubled)) {
            assertThat(sample(store).get().count()).as("not migrated again").isEqualTo(10);
        }
    }

    @Test
    void takesWhatItKnowsOfANewerFileAndKeepsACopy() throws IOException {
        write("{\"version\":9,\"sample\":{\"count\":5}}");
        try (var store = open()) {
            var sample = sample(store);
            assertThat(sample.get().count()).isEqualTo(5);
            sample.update(before -> before.withCount(6));
        }
        assertThat(problems).extracting(Failure::key).containsExactly("settings.newer");
        assertThat(file()).content().contains("\"version\" : 9");
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatCannotBeSavedIsSaidOnceAndSavedLater() throws IOException {
        // A file where the folder should be: no right that a test might have overcomes it.
        Files.writeString(folder.resolve("deep"), "in the way");
        try (var store = open()) {
            var sample = sample(store);
            sample.update(before -> before.withCount(2));
            store.save();
            sample.update(before -> before.withCount(3));
            store.save();
            assertThat(problems).extracting(Failure::key).containsExactly("settings.save");
            assertThat(problems.getFirst().sentence()).contains(file().toString());
            assertThat(sample.get().count()).isEqualTo(3);

            Files.delete(folder.resolve("deep"));
            store.save();
            assertThat(file()).content().contains("\"count\" : 3");
        }
        assertThat(problems).hasSize(1);
    }

    @Test
    void neverShowsAHalfWrittenFile() throws Exception {
        try (var store = open()) {
            var sample = sample(store);
            sample.update(before -> before.withCount(1_000));
            store.save();
            var writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100; i++) {
                    int count = i;
                    sample.update(before -> before.withCount(1_001 + count));
                    store.save();
                }
            });
            while (writer.isAlive()) {
                var read = SettingsTree.MAPPER.readTree(Files.readAllBytes(file()));
                assertThat(read.at("/sample/count").asInt()).isGreaterThanOrEqualTo(1_000);
            }
            writer.join();
        }
        assertThat(files()).as("nothing is left beside it").containsExactly(file());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = folder.resolve("dotfiles.json");
        Files.writeString(real, "{\"version\":1}");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), real);
        try (var store = open()) {
            sample(store).update(before -> before.withCount(8));
        }
        assertThat(file()).isSymbolicLink();
        assertThat(real).content().contains("\"count\" : 8");
    }

    @Test
    void tellsListenersOfChangesOnly() {
        try (var store = open()) {
            var section = sample(store);
            var heard = new CopyOnWriteArrayList<Integer>();
            Runnable end = section.onChange(now -> heard.add(now.count()));
            section.update(before -> before.withCount(5));
            section.update(before -> before.withCount(5));
            end.run();
            section.update(before -> before.withCount(6));
            assertThat(heard).containsExactly(5);
        }
    }

    @Test
    void oneNameIsOneSection() {
        try (var store = open()) {
            sample(store);
            assertThatThrownBy(() -> sample(store)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nobodyElseCanReadTheFileNorWhatIsSetAside() throws IOException {
        Path own = Files.createDirectory(folder.resolve("private"));
        Assumptions.assumeTrue(
                Files.getFileStore(own).supportsFileAttributeView("posix"),
                "on Windows the folder of settings is this user's only");
        Path mine = own.resolve("settings.json");
        Files.writeString(mine, "{\"version\": 1}");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-r--r--"));
        try (var store = SettingsStore.open(mine, List.of(), Clock.systemUTC(), problem -> {})) {
            assertThat(Files.getPosixFilePermissions(mine)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            store.section("a", MemorySettings.class, MemorySettings.DEFAULT)
                    .update(before -> before.withTree(before.treeBytes() * 2));
        }
        assertThat(Files.getPosixFilePermissions(mine)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Files.writeString(mine, "not json");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-rw-r--"));
        SettingsStore.open(mine, List.of(), Clock.systemUTC(), problem -> {}).close();
        try (var files = Files.list(own)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(kept -> assertThat(Files.getPosixFilePermissions(kept))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
