package app.edgeglass.core.bench;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Counters;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.FeedPath;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The two that are compared: each subscribes to everything and tells how many messages it has. */
sealed interface Clients extends AutoCloseable {

    Duration PATIENCE = Duration.ofSeconds(30);

    long received();

    long dropped();

    /** Messages that are neither kept nor evicted nor counted as dropped, of so many that were sent. */
    long unaccounted(long sent);

    /** Waits until the server has answered. */
    void flush() throws Exception;

    @Override
    void close();

    /** jnats with its own data port and defaults, whose dispatcher counts and does nothing else. */
    final class Raw implements Clients {

        private final Connection connection;
        private final Dispatcher dispatcher;
        private final AtomicLong count = new AtomicLong();

        Raw(int port) throws Exception {
            connection = Nats.connect(new Options.Builder()
                    .server("nats://127.0.0.1:" + port)
                    .supportUTF8Subjects()
                    .build());
            dispatcher = connection.createDispatcher();
            dispatcher.subscribe(">", message -> count.lazySet(count.get() + 1));
        }

        @Override
        public long received() {
            return count.get();
        }

        @Override
        public long dropped() {
            return dispatcher.getDroppedCount();
        }

        @Override
        public long unaccounted(long sent) {
            return 0;
        }

        @Override
        public void flush() throws Exception {
            connection.flush(PATIENCE);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Edgeglass: session, feed, tree and log. */
    final class Full implements Clients {

        private final Session session;
        private final Feed feed;

        Full(int port, boolean tap) {
            session = new Session(Profile.of("nats://127.0.0.1:" + port), Clock.systemUTC());
            session.open();
            feed = new Feed(tap ? FeedPath.tap(session) : FeedPath.dispatcher(session), Budget.DEFAULT);
            feed.add(SubjectPattern.ALL, Optional.empty());
        }

        @Override
        public long received() {
            return feed.counters().received();
        }

        @Override
        public long dropped() {
            return feed.counters().dropped();
        }

        @Override
        public long unaccounted(long sent) {
            Counters now = feed.counters();
            long inTree = 0;
            var tree = feed.capture().tree();
            for (int node = 0; node < tree.size(); node++) {
                inTree += tree.messages(node);
            }
            long lost = Math.abs(sent - now.received() - now.dropped());
            return lost + Math.abs(now.received() - now.refused() - inTree);
        }

        @Override
        public void flush() throws Exception {
            session.liveConnection().flush(PATIENCE);
        }

        @Override
        public void close() {
            feed.close();
            session.close();
        }
    }
}
