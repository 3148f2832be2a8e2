package app.edgeglass.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamPublisherTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private static Draft draft(String subject, StreamHeaders headers) {
        return new Draft(subject, headers.before(List.of()), BODY, null);
    }

    private static StreamHeaders headers(
            String id, String stream, String last, String lastOfSubject, String lastId, String ttl) {
        return new StreamHeaders(id, stream, last, lastOfSubject, lastId, ttl);
    }

    private static void assertFails(StreamPublisher publisher, Draft draft, String key, String part) {
        assertThatThrownBy(() -> publisher.publish(draft)).isInstanceOfSatisfying(Failure.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.sentence()).contains(part);
        });
    }

    private static StreamConfiguration.Builder stream(String name) {
        return StreamConfiguration.builder()
                .name(name)
                .subjects(name.toLowerCase(java.util.Locale.ROOT) + ".>")
                .storageType(StorageType.Memory);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void saysWhereItIsStoredAndWhyNot(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server)) {
            var streams = other.connection().jetStreamManagement();
            streams.addStream(stream("ORDERS").maximumMessageSize(200).build());
            streams.addStream(stream("FULL")
                    .maxMessages(1)
                    .discardPolicy(DiscardPolicy.New)
                    .build());
            var publisher = new StreamPublisher(here.session(), Clock.systemUTC());

            Stored first = publisher.publish(draft("orders.a", headers("one", "ORDERS", "0", "", "", "")));
            assertThat(first.stream()).isEqualTo("ORDERS");
            assertThat(first.sequence()).isEqualTo(1);
            assertThat(first.duplicate()).isFalse();
            assertThat(first.after()).isPositive();
            Stored again = publisher.publish(draft("orders.a", headers("one", "", "", "", "", "")));
            assertThat(again.duplicate()).isTrue();
            assertThat(again.sequence()).isEqualTo(1);
            Stored next = publisher.publish(draft("orders.b", headers("two", "", "1", "0", "one", "")));
            assertThat(next.sequence()).isEqualTo(2);
            var message = streams.getMessage("ORDERS", 2);
            assertThat(message.getSubject()).isEqualTo("orders.b");
            assertThat(message.getData()).isEqualTo(BODY);

            assertFails(publisher, draft("orders.a", headers("", "", "7", "", "", "")), "publish.wrong-sequence", "2");
            assertFails(
                    publisher,
                    draft("orders.a", headers("", "", "", "9", "", "")),
                    "publish.wrong-subject-sequence",
                    "orders.a");
            assertFails(publisher, draft("orders.a", headers("", "", "", "", "x", "")), "publish.wrong-id", "two");
            assertFails(
                    publisher,
                    draft("orders.a", headers("", "PAYMENTS", "", "", "", "")),
                    "publish.wrong-stream",
                    "PAYMENTS");
            assertFails(
                    publisher, draft("orders.a", headers("", "", "-1", "", "", "")), "publish.expected-number", "-1");
            assertFails(publisher, draft("orders.a", headers("", "", "", "", "", "soon")), "publish.ttl", "soon");
            assertFails(publisher, draft("other.a", StreamHeaders.NONE), "publish.nobody-stores", "other.a");
            assertFails(
                    publisher,
                    new Draft("orders.a", List.of(new Header("X", "y".repeat(300))), BODY, null),
                    "publish.stream-message-size",
                    "orders.a");
            publisher.publish(draft("full.a", StreamHeaders.NONE));
            assertFails(publisher, draft("full.a", StreamHeaders.NONE), "publish.stream-full", "full.a");
            assertThat(streams.getStreamInfo("ORDERS").getStreamState().getMsgCount())
                    .isEqualTo(2);

            // Of a server without the feature, or a stream that does not allow it, nothing is stored without an end.
            assertFails(
                    publisher,
                    draft("orders.a", headers("", "", "", "", "", "5m")),
                    version == ServerVersion.V2_10 ? "publish.ttl-unknown" : "publish.ttl-disabled",
                    "");
            if (version == ServerVersion.NEWEST) {
                streams.addStream(stream("SHORT").allowMessageTtl(true).build());
                publisher.publish(draft("short.a", headers("", "", "", "", "", "1m30s")));
                assertThat(Objects.requireNonNull(streams.getMessage("SHORT", 1).getHeaders())
                                .getFirst("Nats-TTL"))
                        .isEqualTo("90s");
            }

            // Who answers need not be a stream; and where nobody answers, nobody knows.
            other.connection()
                    .createDispatcher(asked ->
                            other.connection().publish(asked.getReplyTo(), "hello".getBytes(StandardCharsets.UTF_8)))
                    .subscribe("greet");
            other.connection().flush(java.time.Duration.ofSeconds(5));
            assertFails(publisher, draft("greet", StreamHeaders.NONE), "publish.no-ack", "greet");
            server.suspend();
            var lost = CompletableFuture.supplyAsync(() -> {
                try {
                    return publisher.publish(draft("orders.a", StreamHeaders.NONE)).stream();
                } catch (Failure e) {
                    return e.key();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(lost.join()).isIn("publish.unstored", "publish.unconfirmed", "publish.silent");
            server.resume();
        }
    }

    @Test
    void tellsTheDomainAndObeysAReadOnlyProfile() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST, "jetstream { domain: hub }");
                var other = TestClient.connect(server.url());
                var here = OpenSession.on(server);
                var reader = OpenSession.open(Profile.of(server.url()).withReadOnly(true))) {
            other.connection().jetStreamManagement().addStream(stream("ORDERS").build());

            assertThat(new StreamPublisher(here.session(), Clock.systemUTC())
                            .publish(draft("orders.a", StreamHeaders.NONE))
                            .domain())
                    .isEqualTo("hub");
            assertFails(
                    new StreamPublisher(reader.session(), Clock.systemUTC()),
                    draft("orders.a", StreamHeaders.NONE),
                    "guard.read-only",
                    "orders.a");
        }
    }

    @Test
    void readsTimesAsPeopleWriteThem() {
        assertThat(MessageTtl.header("90")).contains("90s");
        assertThat(MessageTtl.header(" 2h30m ")).contains("9000s");
        assertThat(MessageTtl.header("7d")).contains("604800s");
        assertThat(MessageTtl.header("never")).contains("never");
        for (String none : List.of("", "0", "0s", "5 m", "1.5h", "-3s", "soon", "99999999999s")) {
            assertThat(MessageTtl.header(none)).as(none).isEmpty();
        }
        var written = new StreamHeaders("id", "", "7", "", "", "5m");
        var all = written.before(List.of(new Header("Trace", "1")));
        assertThat(StreamHeaders.of(all)).isEqualTo(written);
        assertThat(StreamHeaders.without(all)).containsExactly(new Header("Trace", "1"));
    }
}
