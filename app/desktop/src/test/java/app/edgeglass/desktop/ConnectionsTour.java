package app.edgeglass.desktop;

import app.edgeglass.core.connection.exchange.ProfileExport;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of the connections, their forms and their examination, large and small, light and dark, for whoever changes them
 * to look at: {@code packaging/pictures -Dtest=ConnectionsTour}, in app/desktop/target/pictures. Two of them go into docs.
 */
@Tag("pictures")
@SuppressWarnings("NullAway.Init") // Set before each test.
class ConnectionsTour {

    private static final Path OUT = Path.of("target/pictures");
    private static final Path DOCS = Path.of("../../docs/pictures");

    @TempDir
    private Path home;

    private ConnectionsHome kept;

    @BeforeEach
    void set() {
        kept = new ConnectionsHome(home);
    }

    private void keepSeveral() {
        kept.keep("Test bench", "nats://127.0.0.1:4222", "", ProfileColour.GREY, Environment.DEVELOPMENT);
        kept.keep(
                "Staging cluster",
                "tls://n1.staging.example:4222,tls://n2.staging.example:4222,tls://n3.staging.example:4222",
                "",
                ProfileColour.BLUE,
                Environment.STAGING);
        kept.keep(
                "Houston gateway",
                "tls://gw.houston.example:4222",
                "Plants",
                ProfileColour.ORANGE,
                Environment.PRODUCTION);
        kept.keep(
                "Rotterdam gateway",
                "wss://gw.rotterdam.example",
                "Plants",
                ProfileColour.PURPLE,
                Environment.PRODUCTION);
        kept.keep(
                "Ulsan gateway, behind the firewall of the third hall, maintained by night",
                "nats://10.20.30.40:4222",
                "Plants/Asia",
                ProfileColour.GREEN,
                Environment.DEVELOPMENT);
        kept.context("local", "{\"description\": \"On this desk\", \"url\": \"nats://127.0.0.1:4222\"}");
        kept.context(
                "hub",
                "{\"description\": \"Hub of all plants\", \"url\": \"tls://hub.example:4222\","
                        + " \"creds\": \"/keys/hub.creds\", \"jetstream_event_prefix\": \"JS.EVENT\","
                        + " \"color_scheme\": \"green\"}");
        kept.context("broken", "{");
        kept.write("config/nats/context.txt", "hub");
    }

    private static void sizes(UiDriver ui, String name) {
        for (int[] size : new int[][] {{1440, 900}, {1024, 640}}) {
            ui.resize(size[0], size[1]);
            ui.screenshot(OUT.resolve("connections-" + name + "-" + size[0] + "x" + size[1] + ".png"));
            ui.run("theme-dark");
            ui.screenshot(OUT.resolve("connections-" + name + "-" + size[0] + "x" + size[1] + "-dark.png"));
            ui.run("theme-light");
        }
        ui.resize(1440, 900);
    }

    @Test
    void empty() {
        try (var ui = UiDriver.open(home)) {
            ui.resize(1440, 900);
            ui.run("go-connections");
            ui.node("connections-nothing");
            sizes(ui, "empty");
        }
    }

    @Test
    void several() {
        keepSeveral();
        try (var ui = UiDriver.open(home)) {
            ui.resize(1440, 900);
            sizes(ui, "start");
            ui.run("go-connections");
            ui.await(
                    "contexts",
                    () -> !ui.wiring()
                            .connections()
                            .model()
                            .contexts()
                            .rowsProperty()
                            .get()
                            .isEmpty());
            Profile houston = kept.store().list().get(2);
            ui.click("connections-row-" + houston.id());
            ui.awaitText("connections-title", "Houston");
            ui.screenshot(DOCS.resolve("connections.png"));
            sizes(ui, "general");
            for (String section : new String[] {"sign-in", "security", "link", "jetstream", "subscriptions"}) {
                UiDriver.onFx(() -> {
                    ui.wiring()
                            .connections()
                            .show()
                            .show(app.edgeglass.desktop.profile.editor.Section.valueOf(
                                    section.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
                    return section;
                });
                if (section.equals("sign-in")) {
                    ui.click("connections-login-password");
                    ui.fill("connections-user", "plant");
                    ui.fill("connections-password", "secret");
                }
                if (section.equals("security")) {
                    ui.click("connections-trust-file-kind");
                    ui.fill("connections-trust-file", "/no/such/ca.pem");
                    ui.click("connections-identity-pem");
                }
                sizes(ui, section);
            }
            ui.run("connection-save");
            ui.awaitText("connections-note", "look");
            sizes(ui, "problems");
            ui.click("connections-revert-button");
            ui.click("connections-row-context:hub");
            ui.node("connections-context");
            sizes(ui, "context");
            ui.run("connections-export");
            ui.node("export-dialog");
            ui.click("export-secrets");
            ui.fill("export-passphrase", "horse battery");
            sizes(ui, "export");
            ui.press(KeyCode.ESCAPE);
            ui.takeErrors();
        }
    }

    @Test
    void importing() {
        Path file = home.resolve("from-the-hub.json");
        var hub = new ConnectionsHome(home.resolve("hub"));
        Profile shared = hub.keep(
                "Houston gateway", "tls://gw.houston.example:4222", "", ProfileColour.ORANGE, Environment.PRODUCTION);
        hub.keep("Rotterdam gateway", "wss://gw.rotterdam.example", "", ProfileColour.PURPLE, Environment.PRODUCTION);
        kept.keep(shared);
        hub.keep(shared.withEnvironment(Environment.STAGING));
        hub.keep("Ulsan gateway", "nats://10.20.30.40:4222", "", ProfileColour.GREEN, Environment.DEVELOPMENT);
        new ProfileExport(hub.store()).withoutSecrets(hub.store().list(), file);
        try (var ui = UiDriver.open(home)) {
            ui.resize(1440, 900);
            ui.run("go-connections");
            UiDriver.onFx(() -> {
                ui.wiring().connections().transfer(new ChosenFile(file)).importFile(done -> {});
                return file;
            });
            ui.node("import-dialog");
            sizes(ui, "import");
            ui.takeErrors();
        }
    }

    @Test
    void examinations() throws Exception {
        Path certs = Files.createDirectories(home.resolve("certs"));
        var authority = new TestAuthority("Plant authority");
        var expired = authority.issue(
                "gateway-7",
                TestAuthority.from(Duration.ofDays(-400)),
                TestAuthority.from(Duration.ofDays(-35)),
                "localhost",
                "127.0.0.1");
        Path certificate = expired.write(certs, "server");
        authority.write(certs, "ca");
        String tls =
                "tls { cert_file: \"" + certificate + "\", key_file: \"" + certs.resolve("server-key.pem") + "\" }";
        try (var fine = SampleServers.start(ServerVersion.NEWEST, "password.conf", certs, 1);
                var bad = TestServer.start(ServerVersion.NEWEST, tls)) {
            Profile locked = kept.keepWithPassword("Houston gateway", fine.url(), "plant");
            Profile secure =
                    kept.keep(Profile.of("tls://localhost:" + bad.port()).named("Rotterdam gateway"));
            try (var ui = UiDriver.open(home)) {
                ui.resize(1440, 900);
                ui.run("go-connections");
                ui.click("connections-row-" + locked.id());
                ui.click("connections-test-button");
                ui.node("secret-dialog");
                sizes(ui, "secret");
                ui.type("sample-only");
                ui.press(KeyCode.ENTER);
                ui.node("doctor");
                ui.screenshot(OUT.resolve("connections-doctor-running.png"));
                awaitEnd(ui);
                sizes(ui, "doctor-fine");
                ui.click("connections-row-" + secure.id());
                ui.click("connections-test-button");
                ui.node("doctor-tls-sentence");
                awaitEnd(ui);
                ui.screenshot(DOCS.resolve("doctor-tls.png"));
                sizes(ui, "doctor-tls");
                ui.takeErrors();
            }
        }
    }

    private static void awaitEnd(UiDriver ui) {
        ui.await("an end", () -> {
            var progress = ui.wiring().connections().doctor().progressProperty().get();
            return progress != null && !progress.running();
        });
        ui.node("doctor-again-button");
    }
}
