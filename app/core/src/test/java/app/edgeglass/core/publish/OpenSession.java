package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;

/** A session that is open for a test. */
record OpenSession(Session session) implements AutoCloseable {

    static OpenSession on(TestServer server) {
        return open(Profile.of(server.url()));
    }

    static OpenSession open(Profile profile) {
        var session = new Session(profile, Clock.systemUTC());
        session.open();
        return new OpenSession(session);
    }

    Publisher publisher() {
        return new Publisher(session, Clock.systemUTC());
    }

    Requester requester() {
        return new Requester(session, Clock.systemUTC());
    }

    Repeater repeater() {
        return new Repeater(session, Clock.systemUTC());
    }

    @Override
    public void close() {
        session.close();
    }
}
