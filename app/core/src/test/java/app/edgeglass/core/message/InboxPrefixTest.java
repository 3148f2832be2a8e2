package app.edgeglass.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.publish.Draft;
import app.edgeglass.core.publish.RequestOutcome.Replies;
import app.edgeglass.core.publish.RequestPlan;
import app.edgeglass.core.publish.Requester;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person who may receive answers under a prefix of their own only, and the tree that is made of them. */
class InboxPrefixTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String USER = "authorization { users: [ { user: a, password: a, permissions: {"
            + " subscribe: { deny: \"_INBOX.>\" } } }, { user: b, password: b } ] }";

    @Test
    void requestsAreAnsweredThereAndCountTogether() throws Exception {
        var link = new Link(Optional.empty(), "in.plant", true, Link.DEFAULT_PING, Link.Reconnect.DEFAULT, "");
        try (var server = TestServer.start(ServerVersion.NEWEST, USER);
                var other = TestClient.connect(server.url().replace("://", "://b:b@"));
                var session = new Session(
                        Profile.of(server.url().replace("://", "://a:a@")).withLink(link), Clock.systemUTC())) {
            session.open();
            other.connection()
                    .createDispatcher(m -> other.connection().publish(m.getReplyTo(), m.getData()))
                    .subscribe("ask");
            other.connection().flush(SOON);
            var feed = new Feed(session, Budget.LEAST);
            feed.add(SubjectPattern.parse("in.>"), Optional.empty());
            session.liveConnection().flush(SOON);

            for (int i = 0; i < 3; i++) {
                var outcome = new Requester(session, Clock.systemUTC())
                        .prepare(Draft.of("ask", "question".getBytes(UTF_8)), RequestPlan.one(SOON))
                        .await();
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Replies.class,
                                replies -> assertThat(replies.replies()).hasSize(1));
            }
            other.connection().publish("in.plants.x", new byte[0]);

            SubjectTree tree = feed.capture().tree();
            await().atMost(SOON).until(() -> tree.find("in.plants.x") != SubjectTree.NONE);
            assertThat(tree.messages(tree.find("in.plant.*"))).isEqualTo(3);
            // The root, "in", and the two branches with a node each.
            assertThat(tree.size()).isEqualTo(6);
            // JetStream's answer comes there, too, and is none that this person may not see.
            await().atMost(SOON).until(() -> session.jetStream().isPresent());
            assertThat(session.journal().after(0)).isEmpty();
            feed.close();
        }
    }
}
