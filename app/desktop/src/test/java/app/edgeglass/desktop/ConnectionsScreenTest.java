package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.profile.editor.Section;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections made, opened, examined and exchanged in the real window, on real servers. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ConnectionsScreenTest {

    private static final int ANY_PORT = 1;
    private static final String GOOD = "sample-only";

    @TempDir
    private Path home;

    private ConnectionsHome kept;

    @BeforeEach
    void set() {
        kept = new ConnectionsHome(home);
    }

    private UiDriver open() {
        var ui = UiDriver.open(home);
        ui.resize(1440, 900);
        return ui;
    }

    private static OpenSession awaitLive(UiDriver ui) {
        ui.await("a live session", () -> isLive(ui));
        return UiDriver.onFx(() ->
                Objects.requireNonNull(ui.wiring().connection().openProperty().get()));
    }

    private static boolean isLive(UiDriver ui) {
        OpenSession open = ui.wiring().connection().openProperty().get();
        return open != null && open.session().state() instanceof SessionState.Live;
    }

    private static void awaitExamined(UiDriver ui) {
        ui.await("the end of the examination", () -> {
            var progress = ui.wiring().connections().doctor().progressProperty().get();
            return progress != null && !progress.running();
        });
    }

    @Test
    void aConnectionIsMadeOpenedRefusedMendedAndOpenedAgain() {
        try (var server = SampleServers.start(ServerVersion.NEWEST, "password.conf", home, ANY_PORT);
                var ui = open()) {
            ui.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            ui.node("connections-nothing");
            ui.run("connection-new");
            ui.type("Plant 7");
            // The keyboard leads from field to field, also out of the one with several lines.
            ui.press(KeyCode.TAB);
            ui.press(KeyCode.CONTROL, KeyCode.A);
            ui.type("http://plant");
            ui.awaitText("connections-servers-problem", "scheme");
            ui.press(KeyCode.CONTROL, KeyCode.S);
            ui.awaitText("connections-note", "General");
            ui.press(KeyCode.CONTROL, KeyCode.A);
            ui.type(server.url());
            ui.press(KeyCode.TAB);
            UiDriver.onFx(() -> {
                ui.wiring().connections().show().show(Section.SIGN_IN);
                return true;
            });
            ui.click("connections-login-password");
            ui.fill("connections-user", "plant");
            ui.press(KeyCode.CONTROL, KeyCode.S);
            ui.awaitText("connections-note", "Saved");
            Profile plant = kept.store().list().getFirst();
            assertThat(plant.login()).isEqualTo(new Login.Password("plant"));

            ui.click("connections-connect-button");
            ui.node("secret-dialog");
            ui.type("wrong");
            ui.press(KeyCode.ENTER);
            ui.awaitText("start-failure", "refused the user “plant”");
            ui.click("start-remedy-edit");
            ui.fill("connections-password", GOOD);
            ui.awaitText("connections-connect-button", "Save and connect");
            ui.click("connections-connect-button");
            OpenSession open = awaitLive(ui);
            assertThat(open.session().profile().id()).isEqualTo(plant.id());
            assertThat(ui.wiring().workspaces().all()).hasSize(1);

            // Once more leads to the session that is open.
            ui.run("go-connections");
            ui.awaitText("connections-row-" + plant.id(), "live");
            ui.click("connections-connect-button");
            assertThat(awaitLive(ui)).isEqualTo(open);
            assertThat(home.resolve("config/profiles.json")).content().doesNotContain(GOOD);
            ui.takeErrors();
        }
    }

    @Test
    void anExaminationLeadsFromRemedyToRemedy() throws Exception {
        var authority = new TestAuthority("Plant authority");
        Path ca = authority.write(home, "ca");
        Path certificate = authority.server().write(home, "server");
        String tls = "tls { cert_file: \"" + certificate + "\", key_file: \"" + home.resolve("server-key.pem")
                + "\", handshake_first: true }";
        try (var server = TestServer.start(ServerVersion.NEWEST, tls)) {
            Profile plant =
                    kept.keep(Profile.of("tls://localhost:" + server.port()).named("Plant 7"));
            try (var ui = open()) {
                ui.run("go-connections");
                ui.click("connections-row-" + plant.id());
                ui.click("connections-test-button");
                awaitExamined(ui);
                ui.click("doctor-remedy-tls-first");
                ui.awaitText("doctor-tls-sentence", "Plant authority");
                awaitExamined(ui);
                ui.awaitText("doctor-certificate-0", "localhost");
                ui.awaitText("doctor-certificate-0-days", "left");
                ui.node("doctor-remedy-authority");
                ui.click("doctor-remedy-platform-trust");
                awaitExamined(ui);
                // Neither the program nor this computer trusts it.
                ui.awaitText("doctor-tls-state", "failed");
                assertThat(kept.store().list().getFirst().tls()).isEqualTo(Tls.DEFAULT);

                ui.click("doctor-back-button");
                ui.awaitText("connections-note", "Unsaved");
                UiDriver.onFx(() -> {
                    ui.wiring().connections().show().show(Section.SECURITY);
                    return true;
                });
                ui.click("connections-trust-file-kind");
                ui.fill("connections-trust-file", ca + "x");
                ui.awaitText("connections-trust-file-problem", "does not exist");
                ui.fill("connections-trust-file", ca.toString());
                ui.awaitGone("connections-trust-file-problem");
                ui.run("connection-test");
                awaitExamined(ui);
                ui.awaitText("doctor-tls-state", "fine");
                ui.click("doctor-copy-button");
                assertThat(UiDriver.onFx(() -> javafx.scene.input.Clipboard.getSystemClipboard()
                                .getString()))
                        .contains("Plant 7", "localhost");
                ui.takeErrors();
            }
        }
    }

    @Test
    void anExpiredCertificateIsShownAllTheSame() {
        var authority = new TestAuthority("Plant authority");
        Path certificate = authority
                .issue(
                        "gateway-7",
                        TestAuthority.from(Duration.ofDays(-400)),
                        TestAuthority.from(Duration.ofDays(-35)),
                        "localhost")
                .write(home, "server");
        String tls = "tls { cert_file: \"" + certificate + "\", key_file: \"" + home.resolve("server-key.pem") + "\" }";
        try (var server = TestServer.start(ServerVersion.NEWEST, tls);
                var ui = open()) {
            // From the failure of a session that was only typed.
            ui.fill("start-url", "tls://localhost:" + server.port());
            ui.press(KeyCode.ENTER);
            ui.click("start-remedy-examine");
            awaitExamined(ui);
            ui.awaitText("doctor-verdict", "TLS");
            ui.awaitText("doctor-certificate-0-days", "expired");
            ui.awaitText("doctor-certificate-0", "gateway-7");
            ui.takeErrors();
        }
    }

    @Test
    void contextsAreUsedWithoutImportingThem() {
        try (var server = SampleServers.start(ServerVersion.NEWEST, "password.conf", home, ANY_PORT)) {
            kept.context(
                    "plant",
                    "{\"description\": \"Plant 7\", \"url\": \"" + server.url()
                            + "\", \"user\": \"plant\", \"password\": \"" + GOOD + "\"}");
            try (var ui = open()) {
                ui.click("start-known-context:plant");
                OpenSession open = awaitLive(ui);
                assertThat(open.session().profile().name()).contains("plant");
                assertThat(kept.store().list()).isEmpty();

                ui.run("session-close");
                ui.await("the end", () -> !isLive(ui));
                ui.press(KeyCode.CONTROL, KeyCode.K);
                ui.type("to plant");
                ui.awaitText("palette-list", "to plant");
                ui.press(KeyCode.ENTER);
                awaitLive(ui);

                ui.run("go-connections");
                ui.click("connections-row-context:plant");
                ui.click("connections-context-import-button");
                ui.awaitText("connections-title", "plant");
                assertThat(kept.store().list()).hasSize(1);
                ui.takeErrors();
            }
        }
    }

    @Test
    void whatIsExportedCanBeImported() {
        Profile plant = kept.keep("Plant", "nats://plant", "Plants", ProfileColour.RED, Environment.PRODUCTION);
        Path stripped = home.resolve("stripped.json");
        Path locked = home.resolve("locked.json");
        try (var ui = open()) {
            ui.run("go-connections");
            UiDriver.onFx(() -> {
                ProfileStore own = ui.wiring().connections().store();
                own.save(
                        plant.withLogin(new Login.Password("operator")),
                        Map.of(Secret.PASSWORD, SecretValue.of("hush")));
                return own;
            });
            ui.click("connections-row-" + plant.id());
            exportTo(ui, stripped);
            ui.click("export-confirm-button");
            ui.await("the file", () -> Files.exists(stripped));
            exportTo(ui, locked);
            ui.click("export-secrets");
            ui.fill("export-passphrase", "horse battery");
            ui.fill("export-passphrase-again", "horse");
            ui.awaitText("export-problem", "not the same");
            ui.fill("export-passphrase-again", "horse battery");
            ui.click("export-confirm-button");
            ui.await("the other file", () -> Files.exists(locked));
            assertThat(stripped).content().contains("plant").doesNotContain("hush");
            assertThat(locked).content().doesNotContain("hush").doesNotContain("plant");

            ui.click("connections-delete-button");
            ui.click("dialog-confirm-button");
            ui.awaitGone("connections-row-" + plant.id());
            importFrom(ui, locked);
            ui.node("passphrase");
            ui.type("horse");
            ui.press(KeyCode.ENTER);
            ui.awaitText("passphrase-trouble", "not the passphrase");
            ui.type("horse battery");
            ui.press(KeyCode.ENTER);
            ui.awaitText("import-summary", "1 to add");
            ui.click("import-confirm-button");
            ui.node("connections-row-" + plant.id());
            assertThat(UiDriver.onFx(() -> ui.wiring().connections().store().secrets())
                            .find(plant.id(), Secret.PASSWORD))
                    .contains(SecretValue.of("hush"));

            importFrom(ui, stripped);
            ui.awaitText("import-summary", "1 left as they are");
            ui.press(KeyCode.ESCAPE);
            ui.takeErrors();
        }
    }

    private static void exportTo(UiDriver ui, Path file) {
        UiDriver.onFx(() -> {
            var connections = ui.wiring().connections();
            connections
                    .transfer(new ChosenFile(file))
                    .export(
                            java.util.List.of(Objects.requireNonNull(
                                    connections.model().editor().shownProperty().get())),
                            done -> {});
            return true;
        });
    }

    private static void importFrom(UiDriver ui, Path file) {
        UiDriver.onFx(() -> {
            ui.wiring().connections().transfer(new ChosenFile(file)).importFile(done -> {});
            return true;
        });
    }

    @Test
    void hundredsOfConnectionsAreFoundByALetter() {
        ProfileStore store = kept.store();
        String rtl = "مصنع الجنوب";
        store.save(Profile.of("nats://south").named(rtl));
        for (int i = 0; i < 300; i++) {
            store.save(Profile.of("nats://gateway-" + i).named("Gateway " + i + " ".repeat(3) + "x".repeat(i % 190)));
        }
        try (var ui = open()) {
            ui.run("go-connections");
            ListView<?> list = ui.node("connections-list", ListView.class);
            ui.await("the list", () -> list.getItems().size() == 301);
            assertThat(UiDriver.onFx(() -> list.lookupAll(".eg-row-cell").stream()
                            .filter(cell -> cell instanceof ListCell<?> one && !one.isEmpty())
                            .count()))
                    .isLessThan(60);
            UiDriver.onFx(() -> {
                list.requestFocus();
                return list;
            });
            ui.type("gateway-217");
            ui.await("one", () -> list.getItems().size() == 1);
            ui.press(KeyCode.ENTER);
            ui.awaitText("connections-title", "Gateway 217");
            ui.fill("connections-search", "");
            ui.await("all", () -> list.getItems().size() == 301);
            UiDriver.onFx(() -> {
                ui.wiring().connections().model().list().queryProperty().set("الجنوب");
                return true;
            });
            ui.await("that one", () -> list.getItems().size() == 1);
            ui.takeErrors();
        }
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        kept.write("config/profiles.json", "{\"version\": 99, \"profiles\": []}");
        try (var ui = open()) {
            ui.run("go-connections");
            ui.awaitText("connections-read-only", "newer");
            ui.run("connection-new");
            ui.type("Plant");
            assertThat(ui.node("connections-save-button").isDisabled()).isTrue();
            UiDriver.onFx(() -> {
                ui.wiring().connections().model().editor().text(Field.NAME).set("");
                return true;
            });
            assertThat(home.resolve("config/profiles.json")).content().contains("99");
            ui.takeErrors();
        }
    }
}
