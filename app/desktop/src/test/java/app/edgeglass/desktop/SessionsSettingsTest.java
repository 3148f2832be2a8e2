package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.desktop.SessionsSettings.Kind;
import app.edgeglass.desktop.SessionsSettings.Tab;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.settings.AtStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsSettingsTest {

    private static final SessionsSettings SOME = new SessionsSettings(
            AtStart.PAGE,
            List.of("id-1"),
            List.of(
                    new Tab(Kind.WORLD, "", "edge-fleet", "", false, true),
                    new Tab(Kind.ADDRESS, "h:1", "tls://h:1,tls://h:2", "eve", true, false)),
            1);

    @TempDir
    Path folder;

    private SettingsStore open(List<Failure> problems) {
        return SettingsStore.open(folder.resolve("settings.json"), List.of(), Clock.systemUTC(), problems::add);
    }

    private static SessionsSettings read(SettingsStore store) {
        return store.section("sessions", SessionsSettings.class, SessionsSettings.DEFAULT)
                .get();
    }

    @Test
    void comesBackFromTheFileAsItWas() {
        var problems = new ArrayList<Failure>();
        try (var store = open(problems)) {
            store.section("sessions", SessionsSettings.class, SessionsSettings.DEFAULT)
                    .update(before -> SOME);
        }
        try (var store = open(problems)) {
            assertThat(read(store)).isEqualTo(SOME);
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tabs\":[{}]}",
                "{\"tabs\":[null]}",
                "{\"tabs\":[{\"kind\":\"MOON\",\"name\":\"\",\"what\":\"\",\"user\":\"\"}]}",
                "{\"shown\":-7,\"tabs\":7}"
            })
    void aFileThatWasTamperedWithIsNoHindrance(String tampered) throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"version\":1,\"sessions\":" + tampered + "}");
        var problems = new ArrayList<Failure>();
        try (var store = open(problems)) {
            assertThat(read(store).tabs()).isEmpty();
        }
        assertThat(problems).isNotEmpty();
    }

    @Test
    void noSecretIsKeptButThatOneIsWanted() {
        var target = Target.Server.of(Profile.of("nats://h:1").withLogin(new Login.Password("eve")), Secrets.NONE);
        assertThat(Tab.of(target, true, id -> false))
                .hasValue(new Tab(Kind.ADDRESS, "h:1", "nats://h:1", "eve", true, true));
        var several = new Target.Server(
                Profile.of("nats://a:b@h:1,nats://c:d@h:2"), Secrets.NONE, "nats://a:b@h:1,nats://c:d@h:2");
        assertThat(Tab.of(several, true, id -> false).orElseThrow().toString())
                .contains("nats://h:1,nats://h:2")
                .doesNotContain(":b@", ":d@");
        assertThat(several.toString()).doesNotContain(":b@");
    }
}
