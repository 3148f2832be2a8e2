package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.desktop.SubjectsSettings.Remembered;
import app.edgeglass.desktop.SubjectsSettings.Subscribed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsSettingsTest {

    private static final Remembered SOME = new Remembered(
            List.of(new Subscribed("site.>", "", true), new Subscribed("a", "workers", false)), List.of("site", "공장"));

    @TempDir
    Path folder;

    private SettingsStore open(List<Failure> problems) {
        return SettingsStore.open(folder.resolve("settings.json"), List.of(), Clock.systemUTC(), problems::add);
    }

    @Test
    void comesBackFromTheFileAsItWas() {
        var problems = new ArrayList<Failure>();
        try (var store = open(problems)) {
            store.section("subjects", SubjectsSettings.class, SubjectsSettings.DEFAULT)
                    .update(before -> before.withLastUrl("tls://host:4222").remembering("host:4222", SOME));
        }
        try (var store = open(problems)) {
            var read = store.section("subjects", SubjectsSettings.class, SubjectsSettings.DEFAULT)
                    .get();
            assertThat(read.lastUrl()).isEqualTo("tls://host:4222");
            assertThat(read.remembered("host:4222")).isEqualTo(SOME);
            assertThat(read.remembered("another")).isEqualTo(Remembered.NOTHING);
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subscriptions\":[{}],\"branches\":[]}",
                "{\"subscriptions\":[],\"branches\":[null]}",
                "{\"subscriptions\":7}"
            })
    void aFileThatWasTamperedWithFallsBackToWhatFits(String remembered) throws Exception {
        var problems = new ArrayList<Failure>();
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"version\":1,\"subjects\":{\"lastUrl\":\"nats://h:1\",\"servers\":{\"h:1\":" + remembered + "}}}");
        try (var store = open(problems)) {
            var read = store.section("subjects", SubjectsSettings.class, SubjectsSettings.DEFAULT)
                    .get();
            assertThat(read.lastUrl()).isEqualTo("nats://h:1");
            assertThat(read.remembered("h:1")).isEqualTo(Remembered.NOTHING);
        }
        assertThat(problems).hasSize(1);
    }

    @Test
    void theServersUsedLongestAgoAreForgottenFirst() {
        var settings = SubjectsSettings.DEFAULT;
        for (int i = 0; i < 40; i++) {
            settings = settings.remembering("server " + i, SOME).remembering("server 0", SOME);
        }
        assertThat(settings.servers())
                .hasSize(30)
                .containsKeys("server 0", "server 39")
                .doesNotContainKey("server 5");
    }

    @Test
    void namesFromAServerDoNotMakeTheFileLarge() {
        var branches = new ArrayList<>(List.of("short", "x".repeat(4_096)));
        IntStream.range(0, 1_000).forEach(i -> branches.add("branch " + i));
        assertThat(new Remembered(List.of(), branches).branches())
                .hasSizeLessThan(500)
                .contains("short", "branch 1")
                .allMatch(branch -> branch.length() < 1_000);
    }
}
