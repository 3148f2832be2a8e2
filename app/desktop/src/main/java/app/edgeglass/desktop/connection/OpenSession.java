package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.sandbox.LocalWorld;
import java.util.Optional;

/**
 * What is open: a session, the feed that fills tree and log from it, and the local server when it is ours.
 *
 * @param key names what was opened, the same for the same servers or the same world, to remember things by
 */
public record OpenSession(String key, Session session, Feed feed, Optional<LocalWorld> world) implements AutoCloseable {

    /** Closes all of it. Blocks for some seconds at most. */
    @Override
    public void close() {
        feed.close();
        session.close();
        world.ifPresent(LocalWorld::close);
    }
}
