package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a nats-server may be on a machine.
 *
 * @param named the program that the person names, if any
 * @param folders where programs are, in the order of looking
 * @param cache where the packaging scripts keep servers, each in a folder of its version
 */
record BinaryPlaces(Optional<Path> named, List<Path> folders, Optional<Path> cache) {

    /**
     * A window that is opened from a desktop has a shorter PATH than a terminal; on Debian, nats-server stands in sbin.
     */
    private static final List<String> USUAL_FOLDERS =
            List.of("/usr/local/bin", "/usr/local/sbin", "/usr/bin", "/usr/sbin", "/opt/homebrew/bin");

    static BinaryPlaces ofThisMachine() {
        var folders = new ArrayList<Path>();
        environment("PATH").ifPresent(path -> {
            for (String folder : path.split(File.pathSeparator, -1)) {
                asPath(folder).ifPresent(folders::add);
            }
        });
        if (!NatsServerBinary.WINDOWS) {
            USUAL_FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        }
        Optional<Path> cache = environment("EDGEGLASS_CACHE")
                .map(Path::of)
                .or(() -> environment("XDG_CACHE_HOME").map(home -> Path.of(home, "edgeglass")))
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".cache", "edgeglass")));
        return new BinaryPlaces(environment("EDGEGLASS_NATS_SERVER").flatMap(BinaryPlaces::asPath), folders, cache);
    }

    /** On Windows an entry may stand in quotes, or be no path at all. */
    private static Optional<Path> asPath(String entry) {
        String bare = entry.replace("\"", "");
        try {
            return bare.isBlank() ? Optional.empty() : Optional.of(Path.of(bare));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    NatsServerBinary find() {
        if (named.isPresent()) {
            return NatsServerBinary.at(located(named.get()));
        }
        Failure firstRefusal = null;
        for (Path candidate : candidates()) {
            try {
                return NatsServerBinary.at(candidate);
            } catch (Failure refusal) {
                firstRefusal = firstRefusal == null ? refusal : firstRefusal;
            }
        }
        throw noneOf(firstRefusal);
    }

    /** A bare name is looked for where programs are. */
    private Path located(Path program) {
        if (program.getNameCount() > 1 || program.isAbsolute()) {
            return program;
        }
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(program);
    }

    private static Failure noneOf(@Nullable Failure firstRefusal) {
        return firstRefusal == null
                ? Failure.of("sandbox.binary.missing", NatsServerBinary.OLDEST.text())
                : firstRefusal;
    }

    private List<Path> candidates() {
        var found = new ArrayList<Path>();
        for (Path folder : folders) {
            Path candidate = folder.resolve(NatsServerBinary.PROGRAM);
            if (Files.isRegularFile(candidate)) {
                found.add(candidate);
            }
        }
        cache.ifPresent(folder -> found.addAll(cached(folder.resolve("nats-server"))));
        return found;
    }

    private static List<Path> cached(Path servers) {
        if (!Files.isDirectory(servers)) {
            return List.of();
        }
        try (Stream<Path> releases = Files.list(servers)) {
            return releases.filter(folder -> Files.isRegularFile(folder.resolve(NatsServerBinary.PROGRAM)))
                    .sorted(Comparator.comparing(BinaryPlaces::releaseOf).reversed())
                    .map(folder -> folder.resolve(NatsServerBinary.PROGRAM))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static ServerRelease releaseOf(Path folder) {
        return ServerRelease.in("nats-server: v" + folder.getFileName()).orElse(new ServerRelease(0, 0, 0, ""));
    }
}
