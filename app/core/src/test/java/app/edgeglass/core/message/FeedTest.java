package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // Each test starts by starting what it needs.
class FeedTest {

    private static final Budget SMALL = new Budget(8 << 20, 1 << 20, 32L << 20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private TestServer server;
    private Session session;
    private Feed feed;
    private TestClient client;

    private void start(ServerVersion version) throws Exception {
        server = TestServer.start(version);
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        feed = new Feed(session, SMALL);
        client = TestClient.connect(server.url());
    }

    @AfterEach
    void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (feed != null) {
            feed.close();
        }
        if (session != null) {
            session.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private FeedSubscription subscribe(String pattern) throws Exception {
        return subscribe(pattern, Optional.empty());
    }

    private FeedSubscription subscribe(String pattern, Optional<String> queue) throws Exception {
        FeedSubscription added = feed.add(SubjectPattern.parse(pattern), queue);
        session.liveConnection().flush(SOON);
        return added;
    }

    private void publish(String subject, String payload) {
        client.connection().publish(subject, payload.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitReceived(long messages) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(feed.counters().received()).isEqualTo(messages));
    }

    private long messagesOn(String subject) {
        SubjectTree tree = feed.capture().tree();
        int node = tree.find(subject);
        return node == SubjectTree.NONE ? 0 : tree.messages(node);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatAnotherClientPublishesIsCountedToTheMessage(ServerVersion version) throws Exception {
        start(version);
        subscribe(">");
        for (int i = 0; i < 10_000; i++) {
            publish("site." + i % 10 + ".device." + i % 100, "message " + i);
        }
        awaitReceived(10_000);
        for (int i = 0; i < 100; i++) {
            assertThat(messagesOn("site." + i % 10 + ".device." + i)).isEqualTo(100);
        }
        assertThat(feed.counters()).satisfies(counters -> {
            assertThat(counters.kept()).isEqualTo(10_000);
            assertThat(counters.dropped() + counters.refused() + counters.copies())
                    .isZero();
        });
    }

    @Test
    void headersReplyBytesAndUtf8SubjectsArriveAsTheyWereSent() throws Exception {
        start(ServerVersion.NEWEST);
        subscribe("공장.>");
        byte[] payload = {0, (byte) 0x80, (byte) 0xFF};
        client.connection().publish("공장.온도", "answer.here", new Headers().add("A", "1", "2"), payload);
        awaitReceived(1);
        int node = feed.capture().tree().find("공장.온도");
        LoggedMessage message =
                feed.capture().log().last(node, 100).orElseThrow().whole();
        assertThat(message.subject()).isEqualTo("공장.온도");
        assertThat(message.replyTo()).isEqualTo("answer.here");
        assertThat(message.headers()).isEqualTo(List.of(new Header("A", "1"), new Header("A", "2")));
        assertThat(message.payload()).isEqualTo(payload);
    }

    @Test
    void aMessageThatComesThroughTwoSubscriptionsCountsOnce() throws Exception {
        start(ServerVersion.NEWEST);
        var narrow = subscribe("a.*");
        subscribe(">");
        subscribe("a.b", Optional.of("workers"));
        publish("a.b", "x");
        publish("c", "x");
        awaitReceived(4);
        assertThat(messagesOn("a.b")).isOne();
        assertThat(messagesOn("c")).isOne();
        assertThat(feed.counters().copies()).isEqualTo(2);
        feed.enable(narrow, false);
        session.liveConnection().flush(SOON);
        publish("a.b", "x");
        awaitReceived(6);
        assertThat(messagesOn("a.b")).isEqualTo(2);
        assertThat(feed.counters().copies()).isEqualTo(3);
    }

    @Test
    void subscriptionsAreSwitchedOffOnAndRemovedWhileConnected() throws Exception {
        start(ServerVersion.NEWEST);
        var a = subscribe("a");
        subscribe("b");
        feed.enable(a, false);
        session.liveConnection().flush(SOON);
        publish("a", "lost");
        publish("b", "1");
        awaitReceived(1);
        assertThat(a.isEnabled()).isFalse();
        feed.enable(a, true);
        session.liveConnection().flush(SOON);
        publish("a", "1");
        awaitReceived(2);
        feed.remove(a);
        session.liveConnection().flush(SOON);
        publish("a", "lost");
        publish("b", "2");
        awaitReceived(3);
        assertThat(messagesOn("a")).isOne();
        assertThat(feed.subscriptions()).hasSize(1);
        assertThatThrownBy(() -> feed.add(SubjectPattern.parse("b"), Optional.empty()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("feed.subscribed"));
    }

    @Test
    void clearStartsAnewWithoutMissingWhatComes() throws Exception {
        start(ServerVersion.NEWEST);
        subscribe(">");
        publish("a", "1");
        awaitReceived(1);
        feed.clear();
        assertThat(feed.counters()).isEqualTo(Counters.NONE);
        publish("a", "2");
        awaitReceived(1);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void goesOnCountingAfterTheServerWasKilledAndCameBack(ServerVersion version) throws Exception {
        start(version);
        subscribe("a.>");
        publish("a.b", "1");
        awaitReceived(1);
        server.kill();
        await().atMost(SOON).until(() -> session.state() instanceof SessionState.Reconnecting);
        server.restart();
        await().atMost(SOON).until(() -> session.state() instanceof SessionState.Live);
        // The session is back sooner than the client of the test, which pauses as the library does.
        await().atMost(SOON).until(() -> client.connection().getStatus() == Connection.Status.CONNECTED);
        await().atMost(SOON).until(() -> {
            publish("a.b", "again");
            client.connection().flush(Duration.ofSeconds(1));
            return feed.counters().received() > 1;
        });
        assertThat(session.gaps())
                .hasSize(1)
                .allSatisfy(gap -> assertThat(gap.until()).isNotNull());
    }

    @Test
    void aRatePreviewMeasuresAndLeavesNothingBehind() throws Exception {
        start(ServerVersion.NEWEST);
        Thread publishing = Thread.startVirtualThread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                publish("fast", "x");
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        RatePreview preview = RatePreview.measure(session, SubjectPattern.ALL, Duration.ofMillis(500));
        publishing.interrupt();
        publishing.join();
        assertThat(preview.messagesPerSecond()).isBetween(20.0, 1_100.0);
        assertThat(feed.counters().received()).isZero();
    }

    /** The client library's reading thread would die of each of these. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatOthersCallHeadersArrivesAsItWasSentAndEndsNothing(ServerVersion version) throws Exception {
        start(version);
        subscribe(">");
        List<String> blocks = List.of(
                "NATS/1.0\r\nOrt: Köln 공장\r\n\r\n",
                "NATS/1.0\r\nno colon\r\nname with space: x\r\n\r\n",
                "NATS/1.0\r\nK: \u0001\u202E\r\n",
                "no version",
                "NATS/1.0 503\r\n\r\n");
        try (var plain = new PlainClient(server.port())) {
            for (int i = 0; i < blocks.size(); i++) {
                plain.publish("h." + i, blocks.get(i), "payload".getBytes(StandardCharsets.UTF_8));
            }
            plain.publish("long." + "n".repeat(4_070), "x");
            plain.publish("after", "x");
            plain.flush();
        }
        awaitReceived(blocks.size() + 2L);
        for (int i = 0; i < blocks.size(); i++) {
            int node = feed.capture().tree().find("h." + i);
            assertThat(feed.capture().log().last(node, 100)).hasValueSatisfying(head -> {
                assertThat(new String(head.payload(), StandardCharsets.UTF_8)).isEqualTo("payload");
                assertThat(blocks).contains(new String(head.headerBlock(), StandardCharsets.UTF_8));
            });
        }
        assertThat(feed.capture()
                        .log()
                        .last(feed.capture().tree().find("h.0"), 0)
                        .orElseThrow()
                        .whole()
                        .headers())
                .containsExactly(new Header("Ort", "Köln 공장"));
        assertThat(session.gaps()).isEmpty();
        assertThat(session.state()).isInstanceOf(SessionState.Live.class);
    }
}
