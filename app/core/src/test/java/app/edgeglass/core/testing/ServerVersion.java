package app.edgeglass.core.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server releases that every test of the protocol runs against: the newest, and the oldest that is supported.
 *
 * <p>Each is looked for in the environment, then (the newest) on the PATH, then in the cache of the packaging scripts.
 */
public enum ServerVersion {
    NEWEST("EDGEGLASS_NATS_SERVER", ""),
    V2_10("EDGEGLASS_NATS_SERVER_2_10", "2.10.");

    private static final String EXECUTABLE =
            System.getProperty("os.name", "").startsWith("Windows") ? "nats-server.exe" : "nats-server";

    private final String variable;
    private final String release;

    ServerVersion(String variable, String release) {
        this.variable = variable;
        this.release = release;
    }

    /**
     * The executable.
     *
     * @throws IllegalStateException when there is none; never a reason to skip a test
     */
    public Path binary() {
        return fromEnvironment()
                .or(this::fromPath)
                .or(this::fromCache)
                .orElseThrow(() -> new IllegalStateException("The tests need a real nats-server ("
                        + (release.isEmpty() ? "the newest" : release + "x") + "), and there is none. packaging/test"
                        + " fetches it; or name one in " + variable + "."));
    }

    private Optional<Path> fromEnvironment() {
        String named = System.getenv(variable);
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        Path binary = Path.of(named);
        if (!Files.isExecutable(binary)) {
            throw new IllegalStateException(variable + " names " + binary + ", which cannot be executed.");
        }
        return Optional.of(binary);
    }

    private Optional<Path> fromPath() {
        String path = System.getenv("PATH");
        if (!release.isEmpty() || path == null) {
            return Optional.empty();
        }
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, EXECUTABLE))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> fromCache() {
        Path servers = cache().resolve("nats-server");
        if (!Files.isDirectory(servers)) {
            return Optional.empty();
        }
        try (Stream<Path> releases = Files.list(servers)) {
            return releases.filter(folder -> folder.getFileName().toString().startsWith(release))
                    .filter(folder -> Files.isExecutable(folder.resolve(EXECUTABLE)))
                    .max(Comparator.comparing(ServerVersion::numbers, Arrays::compare))
                    .map(folder -> folder.resolve(EXECUTABLE));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + servers, e);
        }
    }

    /** The folder of what is fetched and made once. */
    public static Path cache() {
        String cache = System.getenv("EDGEGLASS_CACHE");
        if (cache != null && !cache.isBlank()) {
            return Path.of(cache);
        }
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        return cacheHome == null || cacheHome.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "edgeglass")
                : Path.of(cacheHome, "edgeglass");
    }

    private static int[] numbers(Path folder) {
        String name = folder.getFileName().toString();
        return List.of(name.split("\\D+")).stream()
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
