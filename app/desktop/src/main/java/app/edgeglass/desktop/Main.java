package app.edgeglass.desktop;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.desktop.shell.Logging;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The program's start. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        var options = Options.parse(List.of(arguments));
        // The toolkit needs a fifth of a second to start, in which this processor's neighbour has nothing to do.
        Executor aside = task -> Thread.ofPlatform().name("edgeglass-start").start(task);
        var kept = CompletableFuture.supplyAsync(() -> read(options), aside);
        Platform.startup(() -> {
            try {
                open(options, kept.join());
            } catch (Throwable thrown) {
                // Nothing is there yet that could show it, and without a window nobody could end the program.
                LoggerFactory.getLogger(Main.class).error("The window could not be made", thrown);
                Runtime.getRuntime().exit(FAILED);
            }
        });
    }

    private static Kept read(Options options) {
        var directories = Directories.choose(options.home(), System.getenv());
        var problem = Logging.start(directories.logs());
        var kept = Kept.open(directories, Clock.systemUTC(), Computer.real());
        problem.ifPresent(kept.notices()::failed);
        return kept;
    }

    private static void open(Options options, Kept kept) {
        // The program ends by its own hand, when everything is put away.
        Platform.setImplicitExit(false);
        var stage = new Stage();
        var wiring = new Wiring(stage, kept);
        Thread.setDefaultUncaughtExceptionHandler(wiring.errors());
        // Killed by its terminal or by the end of the login session, it still stops its server.
        Runtime.getRuntime().addShutdownHook(new Thread(wiring::stopServer, "edgeglass-end"));
        stage.setOnHidden(event -> {
            wiring.close();
            Logging.stop();
            Platform.exit();
            // A keychain that hangs has threads which would keep the program alive for ever.
            Thread.ofPlatform().start(() -> Runtime.getRuntime().exit(0));
        });
        wiring.open();
        StartLog.window(stage.getScene());
        StartLog.rows(stage.getScene(), wiring.subjects().tree().rowsProperty());
        wiring.start(options.start());
        options.picture().ifPresent(file -> new PictureTaker(wiring, file).start());
    }
}
