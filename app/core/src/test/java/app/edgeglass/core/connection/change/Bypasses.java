package app.edgeglass.core.connection.change;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** What must not be written in core, and beside it what may: the test of the guard's rule reads these classes and runs none. */
final class Bypasses {

    private static final byte[] BODY = {1};

    private Bypasses() {}

    static final class PublishesAtOnce {
        void publish(Session session) {
            session.liveConnection().publish("a", BODY);
        }
    }

    static final class HidesInALambda {
        Runnable publish(Connection connection) {
            return () -> List.of("a", "b").forEach(subject -> connection.publish(subject, BODY));
        }
    }

    static final class HidesInAReference {
        BiConsumer<String, byte[]> publish(Connection connection) {
            return connection::publish;
        }
    }

    static final class AsksAndSendsElsewhere {
        void publish(Session session, Connection other) {
            session.guard().allow(Change.publish("a"));
            other.publish("a", BODY);
        }
    }

    static final class SendsBesideThePermit {
        void publish(Permit permit, Session other) {
            permit.connection().createInbox();
            other.liveConnection().publish("a", BODY);
        }
    }

    static final class DestroysByAPermit {
        void delete(Permit permit, JetStreamManagement management) throws IOException, JetStreamApiException {
            permit.connection().createInbox();
            management.deleteStream("S");
        }
    }

    static final class Acknowledges {
        void ack(Message message) {
            message.ack();
        }
    }

    static final class WatchesAWholeBucket {
        List<String> keys(KeyValue bucket) throws IOException, JetStreamApiException, InterruptedException {
            return bucket.keys();
        }
    }

    static final class Passes {
        void publish(Permit permit) {
            permit.connection().publish("a", BODY);
        }

        CompletableFuture<Message> ask(Session session) {
            Permit permit = session.guard().allow(Change.request("a"));
            return permit.connection().request("a", BODY);
        }

        void delete(Consent consent) throws IOException, JetStreamApiException {
            consent.connection().jetStreamManagement().deleteStream("S");
        }

        void read(Session session) throws IOException, JetStreamApiException {
            session.liveConnection().jetStreamManagement().getStreamInfo("S");
        }
    }
}
