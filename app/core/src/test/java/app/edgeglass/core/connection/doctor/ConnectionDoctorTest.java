package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.Examinations.at;
import static app.edgeglass.core.connection.doctor.Examinations.deadPort;
import static app.edgeglass.core.connection.doctor.Examinations.diagnose;
import static app.edgeglass.core.connection.doctor.Examinations.fact;
import static app.edgeglass.core.connection.doctor.Examinations.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.testing.OddListener;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.SocksProxy;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor before servers that are well, and before what is not; TLS has a test of its own. */
class ConnectionDoctorTest {

    private static final String GOOD = "sample-only";

    @TempDir
    Path temp;

    private static Profile local(int port) {
        return Profile.of("nats://127.0.0.1:" + port);
    }

    private static Secrets password(String text) {
        return Secrets.of(Map.of(Secret.PASSWORD, SecretValue.of(text)));
    }

    private static Profile as(TestServer server, String user) {
        return Profile.of(server.url()).withLogin(new Login.Password(user));
    }

    private static int monitoringPort(TestServer server) {
        return URI.create(server.monitoringUrl()).getPort();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void findsAServerThatIsWell(ServerVersion version) {
        try (var server = TestServer.start(version)) {
            var told = new ArrayList<Finding>();
            var doctor = new ConnectionDoctor(Clock.systemUTC(), Examinations.quick(monitoringPort(server)));

            var diagnosis = doctor.examine(Profile.of(server.url()), Secrets.NONE, told::add);

            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(diagnosis.findings())
                    .extracting(Finding::stage)
                    .containsExactlyElementsOf(Stage.of(
                            diagnosis.profile(), diagnosis.profile().urls().getFirst()));
            assertThat(told).hasSize(2 * diagnosis.findings().size());
            assertThat(told.get(0).outcome()).isEqualTo(new Outcome.Running());
            assertThat(told.get(1)).isEqualTo(diagnosis.findings().getFirst());
            assertThat(fact(diagnosis, Stage.INFO, "doctor.fact.server")).isEqualTo("test");
            assertThat(fact(diagnosis, Stage.INFO, "doctor.fact.max-payload")).isEqualTo("1 MiB");
            assertThat(at(diagnosis, Stage.TLS)).isEqualTo("noted");
            assertThat(fact(diagnosis, Stage.SIGN_IN, "doctor.fact.account")).isEqualTo("$G");
            assertThat(fact(diagnosis, Stage.ROUND_TRIP, "doctor.fact.median")).contains("s");
            assertThat(fact(diagnosis, Stage.JETSTREAM, "doctor.fact.streams")).isEqualTo("0");
            assertThat(fact(diagnosis, Stage.PERMISSIONS, "doctor.fact.may-all"))
                    .isEqualTo("yes");
            assertThat(fact(diagnosis, Stage.MONITORING, "doctor.fact.uptime")).isNotEmpty();
            assertThat(diagnosis.findings())
                    .allSatisfy(finding -> assertThat(finding.took()).isPositive());
        }
    }

    @Test
    void leavesAServerAsItWas() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST, "ping_interval: 60")) {
            diagnose(Profile.of(server.url()).withReadOnly(true), Secrets.NONE);

            String after = page(server, "/jsz") + page(server, "/connz");
            assertThat(after)
                    .contains("\"streams\": 0")
                    .contains("\"consumers\": 0")
                    .contains("\"num_connections\": 0");
        }
    }

    private static String page(TestServer server, String path) throws Exception {
        try (var in = URI.create(server.monitoringUrl() + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tellsApartWhyNoConnectionComesAbout() throws Exception {
        var refused = diagnose(local(deadPort()), Secrets.NONE);
        assertThat(at(refused, Stage.TCP)).isEqualTo("connect.refused");
        assertThat(at(refused, Stage.INFO)).isEqualTo("not reached");
        assertThat(((Outcome.NotReached) outcome(refused, Stage.PERMISSIONS)).why())
                .contains("Network");
        // Another port, which does not need the first.
        assertThat(at(refused, Stage.MONITORING)).isEqualTo("noted");
        assertThat(refused.verdict()).isEqualTo(Diagnosis.Verdict.FAILED);

        var unknown = diagnose(Profile.of("nats://nowhere.invalid:4222"), Secrets.NONE);
        assertThat(at(unknown, Stage.NAME)).isEqualTo("connect.unknown-host");
        assertThat(at(unknown, Stage.MONITORING)).isEqualTo("not reached");

        try (var full = OddListener.full()) {
            assertThat(at(diagnose(local(full.port()), Secrets.NONE), Stage.TCP))
                    .isEqualTo("connect.timeout");
        }
    }

    @Test
    void tellsApartWhatIsNoServer() throws Exception {
        try (var silent = OddListener.silent();
                var ssh = OddListener.saying("SSH-2.0-OpenSSH_9.6\r\n");
                var closing = OddListener.saying("");
                var server = TestServer.start(ServerVersion.NEWEST, "leafnodes { listen: \"127.0.0.1:-1\" }")) {
            assertThat(at(diagnose(local(silent.port()), Secrets.NONE), Stage.INFO))
                    .isEqualTo("connect.silent");
            var foreign = diagnose(local(ssh.port()), Secrets.NONE);
            assertThat(at(foreign, Stage.INFO)).isEqualTo("doctor.other-protocol");
            assertThat(foreign.report()).contains("SSH-2.0-OpenSSH_9.6");
            assertThat(at(diagnose(local(closing.port()), Secrets.NONE), Stage.INFO))
                    .isEqualTo("doctor.hung-up");
            assertThat(at(diagnose(local(monitoringPort(server)), Secrets.NONE), Stage.INFO))
                    .isEqualTo("doctor.monitoring-port");
            int leaf = Integer.parseInt(
                    page(server, "/varz").replaceAll("(?s).*\"leaf\": \\{[^}]*\"port\": (\\d+).*", "$1"));
            assertThat(at(diagnose(local(leaf), Secrets.NONE), Stage.INFO)).isEqualTo("doctor.port-for-servers");
        }
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
        try {
            assertThat(at(diagnose(local(web.getAddress().getPort()), Secrets.NONE), Stage.INFO))
                    .isEqualTo("doctor.web-server");
            var webSocket = Profile.of("ws://127.0.0.1:" + web.getAddress().getPort());
            assertThat(at(diagnose(webSocket, Secrets.NONE), Stage.WEBSOCKET)).isEqualTo("doctor.websocket-refused");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void saysWhyAServerLetsNobodyIn() {
        try (var server = SampleServers.start(ServerVersion.NEWEST, "password.conf", temp, deadPort())) {
            assertThat(at(diagnose(as(server, "plant"), password(GOOD)), Stage.SIGN_IN))
                    .isEqualTo("passed");
            var wrong = diagnose(as(server, "plant"), password("other-secret"));
            assertThat(at(wrong, Stage.SIGN_IN)).isEqualTo("connect.password-refused");
            assertThat(fact(wrong, Stage.INFO, "doctor.fact.sign-in")).contains("password");
            assertThat(at(wrong, Stage.JETSTREAM)).isEqualTo("not reached");
            assertThat(at(diagnose(as(server, "plant"), Secrets.NONE), Stage.SIGN_IN))
                    .isEqualTo("login.password-unknown");
            assertThat(at(diagnose(Profile.of(server.url()), Secrets.NONE), Stage.SIGN_IN))
                    .isEqualTo("connect.credentials-wanted");
        }
        try (var server = SampleServers.start(ServerVersion.NEWEST, "nkey.conf", temp, deadPort())) {
            var file = SampleServers.folder().resolve("plant.nk");
            var diagnosis =
                    diagnose(Profile.of(server.url()).withLogin(new Login.NKey(Optional.of(file))), Secrets.NONE);
            assertThat(at(diagnosis, Stage.SIGN_IN)).isEqualTo("passed");
            assertThat(fact(diagnosis, Stage.INFO, "doctor.fact.sign-in")).contains("NKeys");
            assertThat(fact(diagnosis, Stage.SIGN_IN, "doctor.fact.user")).startsWith("U");
        }
        try (var server = TestServer.start(ServerVersion.NEWEST, "max_connections: 1");
                var first = TestClient.connect(server.url())) {
            assertThat(first.connection().getServerInfo().getServerName()).isEqualTo("test");
            var full = diagnose(Profile.of(server.url()), Secrets.NONE);
            // The server greets and complains in two writes: which of two stages reads the complaint is chance.
            assertThat(List.of(at(full, Stage.INFO), at(full, Stage.SIGN_IN))).contains("connect.turned-away");
            assertThat(full.report()).contains("maximum connections exceeded");
        }
    }

    /** Servers of 2.10 tell a token as the user's name. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void neverTellsASecret(ServerVersion version) {
        try (var server = SampleServers.start(version, "token.conf", temp, deadPort())) {
            var secrets = Secrets.of(Map.of(Secret.TOKEN, SecretValue.of(GOOD)));
            var byToken = diagnose(Profile.of(server.url()).withLogin(new Login.Token()), secrets);
            var inUrl = diagnose(Profile.of("nats://" + GOOD + "@127.0.0.1:" + server.port()), Secrets.NONE);
            var wrong = diagnose(Profile.of("nats://other-secret@127.0.0.1:" + server.port()), Secrets.NONE);

            assertThat(at(byToken, Stage.SIGN_IN)).isEqualTo("passed");
            assertThat(at(inUrl, Stage.SIGN_IN)).isEqualTo("passed");
            assertThat(at(wrong, Stage.SIGN_IN)).isEqualTo("connect.authentication");
            assertThat(byToken.report() + inUrl.report() + wrong.report())
                    .contains("127.0.0.1")
                    .doesNotContain(GOOD, "other-secret");
            assertThat(byToken.findings().toString() + inUrl.findings() + wrong.findings())
                    .doesNotContain(GOOD, "other-secret");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void tellsApartWhatOfJetStreamIsThere(ServerVersion version) {
        try (var server = TestServer.start(version, """
                accounts {
                  WITH { jetstream: { max_streams: 5, max_file: 536870912 }, users: [
                    { user: with, password: pw }
                    { user: narrow, password: pw, permissions: {
                      publish: ["a.>", "$SYS.REQ.USER.INFO"], subscribe: { allow: ["_INBOX.>", "a.>"], deny: "a.secret" } } }
                    { user: deaf, password: pw, permissions: { subscribe: "a.>" } } ] }
                  WITHOUT { users: [ { user: without, password: pw } ] }
                }""")) {
            var with = diagnose(as(server, "with"), password("pw"));
            assertThat(at(with, Stage.JETSTREAM)).isEqualTo("passed");
            assertThat(fact(with, Stage.JETSTREAM, "doctor.fact.streams")).isEqualTo("0 of 5");
            assertThat(fact(with, Stage.JETSTREAM, "doctor.fact.storage")).isEqualTo("0 B of 512 MiB");
            assertThat(fact(with, Stage.PERMISSIONS, "doctor.fact.publish")).isEqualTo("everything");

            assertThat(at(diagnose(as(server, "without"), password("pw")), Stage.JETSTREAM))
                    .isEqualTo("doctor.jetstream-account");

            var narrow = diagnose(as(server, "narrow"), password("pw"));
            assertThat(at(narrow, Stage.JETSTREAM)).isEqualTo("doctor.jetstream-denied");
            assertThat(at(narrow, Stage.PERMISSIONS)).isEqualTo("doctor.not-everything");
            assertThat(fact(narrow, Stage.PERMISSIONS, "doctor.fact.may-jetstream"))
                    .isEqualTo("no");
            assertThat(fact(narrow, Stage.PERMISSIONS, "doctor.fact.may-answers"))
                    .isEqualTo("yes");
            assertThat(fact(narrow, Stage.PERMISSIONS, "doctor.fact.subscribe"))
                    .isEqualTo("_INBOX.>, a.>, but not a.secret");
            assertThat(narrow.verdict()).isEqualTo(Diagnosis.Verdict.WARNED);

            var deaf = diagnose(as(server, "deaf"), password("pw"));
            assertThat(at(deaf, Stage.JETSTREAM)).isEqualTo("doctor.jetstream-deaf");
            assertThat(at(deaf, Stage.PERMISSIONS)).isEqualTo("doctor.no-answers");

            var elsewhere = as(server, "with").withJetStream(new JetStreamPlace.Domain("edge"));
            assertThat(at(diagnose(elsewhere, password("pw")), Stage.JETSTREAM))
                    .isEqualTo("doctor.jetstream-no-domain");
            var behind = as(server, "with").withJetStream(new JetStreamPlace.Prefix("JS.hub.API"));
            assertThat(at(diagnose(behind, password("pw")), Stage.JETSTREAM)).isEqualTo("doctor.jetstream-no-prefix");
        }
    }

    @Test
    void asksTheJetStreamOfADomain() {
        try (var server = TestServer.start(ServerVersion.NEWEST, "jetstream { domain: edge }")) {
            var profile = Profile.of(server.url()).withJetStream(new JetStreamPlace.Domain("edge"));
            var diagnosis = diagnose(profile, Secrets.NONE);
            assertThat(fact(diagnosis, Stage.JETSTREAM, "doctor.fact.domain")).isEqualTo("edge");
        }
        try (var server = TestServer.start(ServerVersion.NEWEST, "jetstream: disabled")) {
            assertThat(at(diagnose(Profile.of(server.url()), Secrets.NONE), Stage.JETSTREAM))
                    .isEqualTo("noted");
        }
    }

    @Test
    void examinesAWebSocket() {
        int port = deadPort();
        try (var server = SampleServers.start(ServerVersion.NEWEST, "websocket.conf", temp, port)) {
            var profile = Profile.of("ws://127.0.0.1:" + port).withLogin(new Login.Password("plant"));
            var diagnosis = diagnose(profile, password(GOOD), monitoringPort(server));

            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(diagnosis.findings())
                    .extracting(Finding::stage)
                    .startsWith(Stage.NAME, Stage.TCP, Stage.WEBSOCKET);
            assertThat(fact(diagnosis, Stage.INFO, "doctor.fact.server")).isEqualTo("test");
            assertThat(at(diagnose(Profile.of("ws://127.0.0.1:" + server.port()), Secrets.NONE), Stage.WEBSOCKET))
                    .isEqualTo("doctor.websocket-nats");
            assertThat(at(diagnose(Profile.of("wss://127.0.0.1:" + port), Secrets.NONE), Stage.TLS))
                    .isEqualTo("doctor.websocket-plain");
        }
    }

    @Test
    void goesThroughAProxy() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var proxy = new SocksProxy()) {
            var profile = Profile.of("nats://" + SocksProxy.INNER_HOST + ":" + server.port());
            var diagnosis = diagnose(through(profile, proxy.port()), Secrets.NONE, monitoringPort(server));

            assertThat(at(diagnosis, Stage.NAME)).isEqualTo("noted");
            assertThat(diagnosis.verdict()).isEqualTo(Diagnosis.Verdict.FINE);
            assertThat(at(diagnosis, Stage.MONITORING)).isEqualTo("passed");

            var dead = Profile.of("nats://" + SocksProxy.INNER_HOST + ":" + deadPort());
            assertThat(at(diagnose(through(dead, proxy.port()), Secrets.NONE), Stage.TCP))
                    .isEqualTo("doctor.proxy-says");
            assertThat(at(diagnose(through(profile, deadPort()), Secrets.NONE), Stage.TCP))
                    .isEqualTo("doctor.proxy-down");
        }
    }

    private static Profile through(Profile profile, int port) {
        Link link = profile.link();
        return profile.withLink(new Link(
                Optional.of(new Link.HostAndPort("127.0.0.1", port)),
                link.inboxPrefix(),
                link.echo(),
                link.ping(),
                link.reconnect(),
                link.connectionName()));
    }

    @Test
    void examinesEachUrl() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            var profile = Profile.of("nats://127.0.0.1:" + deadPort() + "," + server.url());

            var diagnosis = diagnose(profile, Secrets.NONE);

            assertThat(diagnosis.findings().stream().map(Finding::url).distinct())
                    .containsExactlyElementsOf(profile.urls());
            assertThat(at(diagnosis, Stage.TCP)).isEqualTo("connect.refused");
            assertThat(diagnosis.findings().stream()
                            .filter(finding ->
                                    finding.url().equals(profile.urls().get(1)))
                            .map(Finding::outcome))
                    .noneMatch(outcome -> outcome instanceof Outcome.Failed || outcome instanceof Outcome.NotReached);
            assertThat(diagnosis.report())
                    .contains("[FAILED]  Network", "[not reached]  Greeting", "[ok]  Greeting")
                    .contains(profile.urls().get(1).shown());
        }
    }

    /** A server that greets and then says nothing more, for which the client itself would wait longer. */
    @Test
    void noStageTakesLongerThanItsTime() throws Exception {
        String info = "INFO {\"server_id\":\"X\",\"version\":\"2.12.0\",\"client_id\":1,\"max_payload\":1024}\r\n";
        try (var stuck = OddListener.saying(info)) {
            var patience = new Patience(Duration.ofMillis(300), Duration.ofSeconds(1), deadPort());
            long start = System.nanoTime();

            var diagnosis = new ConnectionDoctor(Clock.systemUTC(), patience)
                    .examine(local(stuck.port()), Secrets.NONE, _ -> {});

            assertThat(at(diagnosis, Stage.SIGN_IN)).isEqualTo("doctor.too-long");
            assertThat(at(diagnosis, Stage.JETSTREAM)).isEqualTo("not reached");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        try (var silent = OddListener.silent()) {
            var doctor = new ConnectionDoctor(Clock.systemUTC());
            var told = new ArrayList<Finding>();
            var thread = Thread.currentThread();

            var diagnosis = doctor.examine(local(silent.port()), Secrets.NONE, finding -> {
                told.add(finding);
                if (finding.stage() == Stage.INFO && finding.outcome() instanceof Outcome.Running) {
                    thread.interrupt();
                }
            });

            assertThat(Thread.interrupted()).isTrue();
            assertThat(at(diagnosis, Stage.TCP)).isEqualTo("passed");
            assertThat(at(diagnosis, Stage.INFO)).isEqualTo("not reached");
            assertThat(at(diagnosis, Stage.MONITORING)).isEqualTo("not reached");
            assertThat(told.getLast().stage()).isEqualTo(Stage.MONITORING);
        }
    }
}
