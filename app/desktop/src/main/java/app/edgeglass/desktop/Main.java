package app.edgeglass.desktop;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.desktop.shell.Logging;
import java.time.Clock;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program's start. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** What JavaFX starts. */
    public static final class Window extends Application {

        private @Nullable Wiring wiring;

        @Override
        public void start(Stage stage) {
            var options = Options.parse(getParameters().getRaw());
            var directories = Directories.choose(options.home(), System.getenv());
            var problem = Logging.start(directories.logs());
            var made = new Wiring(stage, directories, Clock.systemUTC());
            wiring = made;
            Thread.setDefaultUncaughtExceptionHandler(made.errors());
            // Killed by its terminal or by the end of the login session, it still stops its server.
            Runtime.getRuntime().addShutdownHook(new Thread(made::stopServer, "edgeglass-end"));
            problem.ifPresent(made.notices()::failed);
            made.open();
            StartLog.window(stage.getScene());
            StartLog.rows(stage.getScene(), made.subjects().tree().rowsProperty());
            made.start(options.start());
            options.picture().ifPresent(file -> new PictureTaker(made, file).start());
        }

        @Override
        public void stop() {
            if (wiring != null) {
                wiring.close();
            }
            Logging.stop();
        }
    }
}
