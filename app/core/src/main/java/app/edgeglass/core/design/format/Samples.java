package app.edgeglass.core.design.format;

import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The worlds that come with the program: the designs in one folder.
 *
 * @param folder {@code samples/} of a checkout, or the folder beside the installed program
 */
public record Samples(Path folder) {

    private static final String ENDING = ".yaml";

    /**
     * Every sample, by name. Reads all of them.
     *
     * @throws Failure {@code design.no-folder} when there is no such folder
     */
    public List<Sample> list() {
        return files().stream().map(Samples::describe).toList();
    }

    /**
     * @param nameOrPath a sample's name, or the path of a design file, which has a folder or an ending in it
     * @throws Failure {@code design.no-sample}, {@code design.missing}, {@code design.unreadable}, {@code design.no-folder}
     */
    public DesignReading load(String nameOrPath) {
        if (nameOrPath.endsWith(ENDING) || nameOrPath.endsWith(".yml") || hasFolder(nameOrPath)) {
            return DesignReader.read(path(nameOrPath));
        }
        List<Path> files = files();
        return files.stream()
                .filter(file -> name(file).equals(nameOrPath))
                .findFirst()
                .map(DesignReader::read)
                .orElseThrow(() -> Failure.of(
                        "design.no-sample",
                        nameOrPath,
                        files.stream().map(Samples::name).collect(Collectors.joining(", "))));
    }

    private static boolean hasFolder(String text) {
        return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Failure.because(e, "design.missing", text);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Failure.because(e, "design.no-folder", folder.toString());
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static Sample describe(Path file) {
        String name = name(file);
        try {
            return DesignReader.read(file)
                    .design()
                    .map(design -> valid(file, design))
                    .orElseGet(() -> new Sample(name, name, "", file, false));
        } catch (Failure e) {
            return new Sample(name, name, "", file, false);
        }
    }

    private static Sample valid(Path file, SubjectDesign design) {
        return new Sample(name(file), design.title(), design.description().strip(), file, true);
    }
}
