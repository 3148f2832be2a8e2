package app.edgeglass.desktop;

import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.format.Samples;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.connection.StartView;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the sample worlds: beside the installed program, or in the checkout that it was built in. */
final class SampleFolder {

    private static final int LEVELS_UP = 5;

    private SampleFolder() {}

    private static Optional<Path> find() {
        try {
            Path at = Path.of(SampleFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (int i = 0; i < LEVELS_UP && at != null; i++) {
                at = at.getParent();
                if (at != null && Files.isDirectory(at.resolve("samples"))) {
                    return Optional.of(at.resolve("samples"));
                }
            }
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Reads a world by its name; throws a {@link Failure} that says what is wrong with it. */
    static SubjectDesign load(String name) {
        Path folder = find().orElseThrow(() -> Failure.of("samples.missing"));
        return new Samples(folder).load(name).orThrow();
    }

    /** The worlds to choose from; none when there is no folder. */
    static List<StartView.Choice> choices() {
        return find().map(folder -> new Samples(folder)
                        .list().stream()
                                .filter(sample -> sample.valid())
                                .map(sample -> new StartView.Choice(
                                        sample.name(), sample.title(), firstSentence(sample.description())))
                                .toList())
                .orElse(List.of());
    }

    private static String firstSentence(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
