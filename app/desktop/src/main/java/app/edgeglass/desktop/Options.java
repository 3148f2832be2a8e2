package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param home the folder for everything that is kept, instead of the platform's
 * @param picture where to write a picture of the window once it is live, and then end
 * @param start what to open
 */
record Options(Optional<Path> home, Optional<Path> picture, Start start) {

    /** The world that is opened when nothing is asked for and nothing was open before. */
    static final String USUAL_SAMPLE = "edge-fleet";

    /** What to open at the start. */
    sealed interface Start {

        /** Nothing was asked for: what the settings say. */
        record Usual() implements Start {}

        /** Connect to a server. */
        record Url(String urls) implements Start {}

        /** The local server with a sample world on it. */
        record Sample(String name) implements Start {}

        /** The local server, empty. */
        record Sandbox() implements Start {}

        /** Connect by a context of the {@code nats} CLI, or by the file of one. */
        record Context(String name) implements Start {}

        /** What was asked for cannot be done; the window opens and says why. */
        record Refused(Failure failure) implements Start {}
    }

    static Options parse(List<String> arguments) {
        Optional<Path> home = Optional.empty();
        Optional<Path> picture = Optional.empty();
        Start start = new Start.Usual();
        for (var i = arguments.iterator(); i.hasNext(); ) {
            String argument = i.next();
            switch (argument) {
                case "--sandbox" -> start = new Start.Sandbox();
                case "--home", "--picture", "--sample", "--context" -> {
                    if (!i.hasNext()) {
                        start = new Start.Refused(Failure.of("options.missing", argument));
                        break;
                    }
                    String value = i.next();
                    switch (argument) {
                        case "--home" -> home = Optional.of(Path.of(value));
                        case "--picture" -> picture = Optional.of(Path.of(value));
                        case "--sample" -> start = new Start.Sample(value);
                        default -> start = new Start.Context(value);
                    }
                }
                default ->
                    start = argument.startsWith("-")
                            ? new Start.Refused(Failure.of("options.unknown", argument))
                            : new Start.Url(argument);
            }
        }
        return new Options(home, picture, start);
    }
}
