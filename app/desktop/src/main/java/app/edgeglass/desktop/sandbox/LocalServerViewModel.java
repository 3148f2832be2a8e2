package app.edgeglass.desktop.sandbox;

import app.edgeglass.core.design.simulation.SimulationProgress;
import app.edgeglass.core.design.simulation.SimulationState;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.sandbox.LocalServer;
import app.edgeglass.core.sandbox.LocalServerState;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.sandbox.ServerLog;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How the local server and its world stand. Called on the window's thread. */
public final class LocalServerViewModel {

    /** The most lines that are shown; the server's own buffer is bounded in bytes. */
    static final int MOST_LINES = 20_000;

    /** What the screen asks of whoever owns the server. */
    public interface Owner {

        /** The world that is open; none while the server does not run. */
        @Nullable
        LocalWorld world();

        /** Starts the server with a world on it; an empty name for none. */
        void start(String sample);

        void stop();

        /** Why the server did not start, the last time that it was asked to; none when it did. */
        @Nullable
        Failure failure();

        /** How the next one is started. */
        LocalServerSettings present();

        void change(LocalServerSettings wanted);

        /** Asks for another folder and sets it. */
        void chooseFolder(Runnable onChosen);
    }

    /**
     * A line to read: what it is about, and what there is.
     *
     * @param id stable, in kebab-case
     */
    public record Fact(String id, String label, String value) {}

    /** Everything that changes from sample to sample. */
    public record Picture(
            boolean running,
            String state,
            List<Fact> server,
            String world,
            List<Fact> facts,
            double speed,
            String trouble) {

        static final Picture STOPPED = new Picture(false, "", List.of(), "", List.of(), 1, "");

        static Picture notStarted(Failure failure) {
            String trouble = failure.sentence() + " " + failure.remedy();
            return new Picture(false, "", List.of(), "", List.of(), 1, trouble);
        }
    }

    private final Owner owner;
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(Picture.STOPPED);
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private @Nullable LocalWorld shown;
    private long lastLine;
    private long cut;

    public LocalServerViewModel(Owner owner) {
        this.owner = owner;
    }

    /** Takes over what is so now; to be called again and again. */
    public void sample() {
        LocalWorld world = owner.world();
        if (world == null) {
            // The log of a server that has ended stays to be read until another one starts.
            if (shown != null) {
                readLog(shown.server());
            }
            Failure failure = owner.failure();
            picture.set(failure == null ? Picture.STOPPED : Picture.notStarted(failure));
            return;
        }
        if (!world.equals(shown)) {
            shown = world;
            lastLine = 0;
            cut = 0;
            log.clear();
        }
        readLog(world.server());
        Picture now = picture(world);
        if (!now.equals(picture.get())) {
            picture.set(now);
        }
    }

    private void readLog(LocalServer server) {
        var fresh = new ArrayList<String>();
        for (ServerLog.Line line : server.log().after(lastLine)) {
            lastLine = line.number();
            String text = SafeText.show(line.text());
            fresh.add(line.cut() == 0 ? text : Texts.WORDS.say("log.line-cut", text, line.cut()));
        }
        cut = server.log().cutLines();
        if (!fresh.isEmpty()) {
            log.addAll(fresh);
        }
        if (log.size() > MOST_LINES) {
            log.remove(0, log.size() - MOST_LINES);
        }
    }

    private static Picture picture(LocalWorld world) {
        LocalServer server = world.server();
        var facts = List.of(
                new Fact("address", Texts.WORDS.say("fact.address"), server.url()),
                new Fact("monitoring", Texts.WORDS.say("fact.monitoring"), server.monitoringUrl()),
                new Fact(
                        "version",
                        Texts.WORDS.say("fact.version"),
                        server.version().text()),
                new Fact("process", Texts.WORDS.say("fact.process"), Long.toString(server.pid())),
                new Fact(
                        "folder",
                        Texts.WORDS.say("fact.folder"),
                        server.isTemporary()
                                ? Texts.WORDS.say("fact.folder.temporary", server.folder())
                                : server.folder().toString()));
        String trouble = server.storeTrouble()
                .map(failure -> failure.sentence() + " " + failure.remedy())
                .orElse("");
        String state;
        switch (server.state()) {
            case LocalServerState.Running _ -> state = Texts.WORDS.say("state.running");
            case LocalServerState.Stopping _ -> state = Texts.WORDS.say("state.stopping");
            case LocalServerState.Ended(var _, var code, var reason) -> {
                state = Texts.WORDS.say("state.ended", code);
                trouble = reason == null ? "" : reason.sentence() + " " + reason.remedy();
            }
        }
        String told = trouble;
        return world.simulation()
                .map(simulation -> new Picture(
                        server.isRunning(),
                        state,
                        facts,
                        simulation.design().title() + stateOf(simulation.state()),
                        facts(simulation.progress()),
                        simulation.speed(),
                        told))
                .orElse(new Picture(server.isRunning(), state, facts, "", List.of(), 1, told));
    }

    private static String stateOf(SimulationState state) {
        return switch (state) {
            case SimulationState.Running _ -> "";
            case SimulationState.Waiting _ -> Texts.WORDS.say("world.waiting");
            case SimulationState.Stopped _ -> Texts.WORDS.say("world.stopped");
        };
    }

    private static List<Fact> facts(SimulationProgress progress) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "published",
                Texts.WORDS.say("world.published"),
                Texts.WORDS.say(
                        "world.published.value",
                        Texts.FIGURES.count(progress.published()),
                        Texts.FIGURES.rate(progress.perSecond()))));
        facts.add(new Fact(
                "requests",
                Texts.WORDS.say("world.requests"),
                Texts.WORDS.say(
                        "world.requests.value",
                        Texts.FIGURES.count(progress.requests()),
                        Texts.FIGURES.count(progress.answered()),
                        Texts.FIGURES.count(progress.unanswered()))));
        facts.add(
                new Fact("key-writes", Texts.WORDS.say("world.key-writes"), Texts.FIGURES.count(progress.keyWrites())));
        facts.add(new Fact(
                "delivered",
                Texts.WORDS.say("world.delivered"),
                Texts.WORDS.say(
                        "world.delivered.value",
                        Texts.FIGURES.count(progress.delivered()),
                        Texts.FIGURES.count(progress.acked()))));
        facts.add(new Fact("missed", Texts.WORDS.say("world.missed"), Texts.FIGURES.count(progress.missed())));
        facts.add(new Fact("errors", Texts.WORDS.say("world.errors"), Texts.FIGURES.count(progress.errors())));
        return List.copyOf(facts);
    }

    /** How the next server is started. */
    LocalServerSettings settings() {
        return owner.present();
    }

    void useTemporaryFolder() {
        owner.change(owner.present().inFolder(""));
    }

    void chooseFolder(Runnable onChosen) {
        owner.chooseFolder(onChosen);
    }

    /**
     * Sets the port of the next server.
     *
     * @param typed a number, or nothing for any free port
     * @return whether it is a port; nothing changes when it is none
     */
    boolean setPort(String typed) {
        String number = typed.strip();
        if (!number.matches("\\d{0,5}")) {
            return false;
        }
        int port = number.isEmpty() ? 0 : Integer.parseInt(number);
        if (port > LocalServerSettings.LAST_PORT) {
            return false;
        }
        owner.change(owner.present().onPort(port));
        return true;
    }

    /** Starts the server with a world on it; an empty name for none. */
    public void start(String sample) {
        owner.start(sample);
    }

    public void stop() {
        owner.stop();
    }

    /** How fast the world runs, from a tenth to ten times its pace. */
    public void speed(double factor) {
        LocalWorld world = owner.world();
        Optional.ofNullable(world).flatMap(LocalWorld::simulation).ifPresent(simulation -> simulation.setSpeed(factor));
        sample();
    }

    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The server's own log, oldest line first. */
    public ObservableList<String> log() {
        return log;
    }

    /** Lines that had to go, for want of room. */
    public long cutLines() {
        return cut;
    }
}
