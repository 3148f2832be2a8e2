package app.edgeglass.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param home the folder for everything that is kept, instead of the platform's
 * @param picture where to write a picture of the window once it shows something, and then end
 * @param rest everything else, in its order
 */
record Options(Optional<Path> home, Optional<Path> picture, List<String> rest) {

    static Options parse(List<String> arguments) {
        Optional<Path> home = Optional.empty();
        Optional<Path> picture = Optional.empty();
        var rest = new ArrayList<String>();
        for (var i = arguments.iterator(); i.hasNext(); ) {
            String argument = i.next();
            if (argument.equals("--home") && i.hasNext()) {
                home = Optional.of(Path.of(i.next()));
            } else if (argument.equals("--picture") && i.hasNext()) {
                picture = Optional.of(Path.of(i.next()));
            } else {
                rest.add(argument);
            }
        }
        return new Options(home, picture, List.copyOf(rest));
    }
}
