package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.SharedBudget;
import app.edgeglass.core.sandbox.LocalServerOptions;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.sandbox.NatsServerBinary;
import app.edgeglass.core.settings.LocalServerSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens sessions, each with its feed. Blocks, so it belongs off the window's thread.
 *
 * @param budget what all feeds may take together
 * @param designs reads a sample world by its name, or throws a {@link app.edgeglass.core.error.Failure}; may block
 * @param local how the next local server is started
 */
public record SessionOpener(
        Clock clock,
        SharedBudget budget,
        Function<String, SubjectDesign> designs,
        Supplier<LocalServerSettings> local) {

    /** The folder of the server without a world; no design is called so, since names have no dots. */
    private static final String EMPTY_WORLD = "empty.server";

    OpenSession server(Profile profile, Secrets secrets) {
        String key = profile.urls().stream().map(ServerUrl::hostAndPort).collect(Collectors.joining(","));
        return open(key, profile, secrets, Optional.empty());
    }

    /**
     * Starts the local server, and opens a session on it.
     *
     * @param sample the world on it; empty for none
     */
    OpenSession local(String sample) {
        Optional<SubjectDesign> design = sample.isEmpty() ? Optional.empty() : Optional.of(designs.apply(sample));
        var options = LocalServerOptions.of(NatsServerBinary.find())
                .with(local.get(), design.map(SubjectDesign::name).orElse(EMPTY_WORLD));
        LocalWorld world = LocalWorld.start(options, design, clock);
        try {
            String name = design.map(SubjectDesign::title).orElseGet(() -> Texts.WORDS.say("connect.local"));
            Profile profile = Profile.of(world.server().url()).named(name);
            return open("sample:" + sample, profile, Secrets.NONE, Optional.of(world));
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private OpenSession open(String key, Profile profile, Secrets secrets, Optional<LocalWorld> world) {
        var session = new Session(profile, secrets, clock);
        var feed = new Feed(session, budget);
        try {
            session.open();
        } catch (RuntimeException e) {
            feed.close();
            throw e;
        }
        return new OpenSession(key, session, feed, world);
    }
}
