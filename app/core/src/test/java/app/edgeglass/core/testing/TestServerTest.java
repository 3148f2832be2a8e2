package app.edgeglass.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestServerTest {

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void keepsItsPortAndItsStoreOverAKill(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version, "max_payload: 2048")) {
            String url = server.url();
            try (var client = TestClient.connect(url)) {
                var connection = client.connection();
                assertThat(connection.getServerInfo().isJetStreamAvailable()).isTrue();
                assertThat(connection.getMaxPayload()).isEqualTo(2048);
                connection.keyValueManagement().create(bucket());
            }
            server.kill();
            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close())
                    .isInstanceOf(ConnectException.class);

            server.restart();

            assertThat(server.url()).isEqualTo(url);
            try (var client = TestClient.connect(url)) {
                assertThat(client.connection().keyValueManagement().getBucketNames())
                        .containsExactly("kept");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void freezesAndGoesOn(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url())) {
            var connection = client.connection();
            server.suspend();
            assertThatThrownBy(() -> connection.flush(Duration.ofMillis(200)))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            server.resume();
            connection.flush(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void saysWhatTheServerSaidWhenItRefusesItsConfiguration(ServerVersion version) {
        assertThatThrownBy(() -> TestServer.start(version, "no_such_setting { }"))
                .hasMessageContaining("no_such_setting");
    }

    private static io.nats.client.api.KeyValueConfiguration bucket() {
        return io.nats.client.api.KeyValueConfiguration.builder("kept").build();
    }
}
