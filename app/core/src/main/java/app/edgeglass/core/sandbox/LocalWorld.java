package app.edgeglass.core.sandbox;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.simulation.Simulation;
import java.time.Clock;
import java.util.Optional;

/**
 * A server of our own with a world on it: what a design describes, played by a connection of its own, so that the
 * person's connection counts only what the person does.
 */
public final class LocalWorld implements AutoCloseable {

    private final LocalServer server;
    private final Optional<Player> player;

    private record Player(Session session, Simulation simulation) {}

    private LocalWorld(LocalServer server, Optional<Player> player) {
        this.server = server;
        this.player = player;
    }

    /**
     * Starts the server, and the world on it. Blocks.
     *
     * @param design the world; none for an empty server
     * @throws app.edgeglass.core.error.Failure when either does not come about; nothing is left running then
     */
    public static LocalWorld start(LocalServerOptions options, Optional<SubjectDesign> design, Clock clock) {
        LocalServer server = LocalServer.start(options, clock);
        try {
            return new LocalWorld(server, design.map(world -> play(world, server, clock)));
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static Player play(SubjectDesign world, LocalServer server, Clock clock) {
        var session = new Session(Profile.of(server.url()).named(world.title()), clock);
        try {
            session.open();
            return new Player(session, Simulation.start(world, session));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    public LocalServer server() {
        return server;
    }

    /** The world that is played; none on an empty server. */
    public Optional<Simulation> simulation() {
        return player.map(Player::simulation);
    }

    /** Ends the world and then the server. Blocks for a few seconds at most. */
    @Override
    public void close() {
        player.ifPresent(playing -> {
            playing.simulation().close();
            playing.session().close();
        });
        server.stop();
    }
}
