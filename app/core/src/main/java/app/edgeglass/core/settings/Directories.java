package app.edgeglass.core.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where Edgeglass keeps its files on this machine. None of them need exist.
 *
 * @param config settings and profiles
 * @param data what a person would miss: stores of local servers, recordings
 * @param cache what can be fetched or made again
 * @param logs log files
 */
public record Directories(Path config, Path data, Path cache, Path logs) {

    /** Names one folder that takes the place of all of the platform's. */
    public static final String HOME_VARIABLE = "EDGEGLASS_HOME";

    /**
     * The folders to use: those below the folder asked for, else those below {@value #HOME_VARIABLE}, else those that
     * this platform has for applications.
     */
    public static Directories choose(Optional<Path> asked, Map<String, String> environment) {
        return asked.or(() -> Optional.ofNullable(environment.get(HOME_VARIABLE))
                        .filter(home -> !home.isBlank())
                        .map(Path::of))
                .map(Directories::below)
                .orElseGet(Directories::ofPlatform);
    }

    static Directories below(Path home) {
        Path root = home.toAbsolutePath().normalize();
        return new Directories(
                root.resolve("config"), root.resolve("data"), root.resolve("cache"), root.resolve("logs"));
    }

    private static Directories ofPlatform() {
        AppDirs dirs = AppDirsFactory.getInstance();
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        // Folders in lower case are the custom below ~/.config; elsewhere they carry the product's name as written.
        String name = linux ? "edgeglass" : "Edgeglass";
        return new Directories(
                Path.of(dirs.getUserConfigDir(name, null, null)),
                Path.of(dirs.getUserDataDir(name, null, null)),
                Path.of(dirs.getUserCacheDir(name, null, null)),
                Path.of(dirs.getUserLogDir(name, null, null)));
    }
}
