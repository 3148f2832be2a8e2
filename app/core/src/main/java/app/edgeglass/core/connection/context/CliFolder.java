package app.edgeglass.core.connection.context;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of the {@code nats} CLI: a file for each context, and two that name the selected one and the one before. */
record CliFolder(Path root) {

    private static final String ENDING = ".json";

    /** What a context's name may not have in it, as the CLI of 2026 has it; the one before allowed all but paths. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s/\\\\.*>\\x00-\\x1f\\x7f]");

    private static final int LONGEST_NAME = 255;

    static CliFolder of(Map<String, String> environment, Path home) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return new CliFolder((configured.isEmpty() ? home.resolve(".config") : Path.of(configured)).resolve("nats"));
    }

    Path contexts() {
        return root.resolve("context");
    }

    Path file(String name) {
        return contexts().resolve(name + ENDING);
    }

    /** Whether a name can be one at all; it is part of a path. */
    private static boolean isName(String name) {
        return !name.isEmpty() && !name.contains("..") && !name.contains("/") && !name.contains("\\");
    }

    /** @throws Failure when the name is none */
    static void check(String name) {
        if (!isName(name)) {
            throw Failure.of("context.name", name);
        }
    }

    /** As {@link #check}, but so that every version of the CLI takes it. */
    static void checkNew(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || FORBIDDEN.matcher(name).find()) {
            throw Failure.of("context.new-name", name);
        }
    }

    /** Names in their order. Empty files are none: the CLI makes one for a moment. */
    List<String> names() {
        var names = new ArrayList<String>();
        if (!Files.isDirectory(contexts())) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(contexts(), "*" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                name = name.substring(0, name.length() - ENDING.length());
                if (isName(name) && !Files.isDirectory(file) && !isEmpty(file)) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw Failure.because(e, "context.folder", contexts(), KeptFile.reason(e));
        }
        names.sort(null);
        return names;
    }

    static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            // It is for the list to say what is wrong with it.
            return false;
        }
    }

    Optional<String> selected() {
        return read(root.resolve("context.txt"));
    }

    private static Optional<String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Selects a context as the CLI does, which can go back to the one before. */
    void select(String name) {
        selected().ifPresent(before -> write(root.resolve("previous-context.txt"), text(before)));
        write(root.resolve("context.txt"), text(name));
    }

    private static byte[] text(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    void write(Path file, byte[] content) {
        try {
            new KeptFile(file, Clock.systemUTC()).write(content);
        } catch (IOException e) {
            throw Failure.because(e, "context.save", file, KeptFile.reason(e));
        }
    }
}
