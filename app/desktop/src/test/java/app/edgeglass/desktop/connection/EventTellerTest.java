package app.edgeglass.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.FeedSubscription;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.shell.notice.Notice;
import app.edgeglass.desktop.shell.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTellerTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String DENIED =
            "authorization { users: [ { user: a, password: a, permissions: { subscribe: { deny: \"hidden.>\" } } } ] }";

    private final Notices notices = new Notices(Clock.systemUTC());
    private final EventTeller teller = new EventTeller(notices);

    /** Is refused as often as wanted, and waits until the server has said so. */
    private static void beRefused(Session session, String subject, int times) {
        try (var feed = new Feed(session, Budget.LEAST)) {
            for (int i = 0; i < times; i++) {
                long before = session.journal().changes();
                FeedSubscription added = feed.add(SubjectPattern.parse(subject), Optional.empty());
                await().atMost(SOON).until(() -> session.journal().changes() > before);
                feed.remove(added);
            }
        }
    }

    private List<Long> times() {
        return notices.all().stream().map(Notice::times).toList();
    }

    @Test
    void everythingIsToldOnceAndARepetitionWithItsCount() {
        try (var server = TestServer.start(ServerVersion.NEWEST, DENIED);
                var session = new Session(Profile.of(server.url().replace("://", "://a:a@")), Clock.systemUTC())) {
            session.open();
            teller.tell(session.journal(), "");
            beRefused(session, "hidden.a", 2);
            teller.tell(session.journal(), "");
            teller.tell(session.journal(), "");
            assertThat(times()).containsExactly(2L);

            // The event that was told is said again, and only then another comes.
            beRefused(session, "hidden.a", 3);
            beRefused(session, "hidden.b", 1);
            teller.tell(session.journal(), "");
            teller.tell(session.journal(), "");
            assertThat(notices.all())
                    .extracting(Notice::sentence)
                    .satisfiesExactly(
                            a -> assertThat(a).contains("hidden.a"),
                            b -> assertThat(b).contains("hidden.b"));
            assertThat(times()).containsExactly(5L, 1L);
        }
    }

    @Test
    void whatASessionSaidLastIsToldThoughAnotherIsOpenByThen() {
        try (var server = TestServer.start(ServerVersion.NEWEST, DENIED);
                var first = new Session(Profile.of(server.url().replace("://", "://a:a@")), Clock.systemUTC());
                var second = new Session(Profile.of(server.url().replace("://", "://a:a@")), Clock.systemUTC())) {
            first.open();
            second.open();
            teller.tell(first.journal(), "");
            beRefused(first, "hidden.first", 1);
            beRefused(second, "hidden.second", 1);
            teller.tell(second.journal(), "");
            assertThat(times()).containsExactly(1L, 1L);
            beRefused(second, "hidden.second", 1);
            teller.tell(null, "");
            teller.tell(null, "");
            assertThat(times()).containsExactly(1L, 2L);
        }
    }
}
