package app.edgeglass.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there and may not be read. */
public final class UnreadableFile {

    /** Linux lets nobody read this one, not even its owner. */
    private static final Path OF_THE_SYSTEM = Path.of("/proc/sys/vm/compact_memory");

    private UnreadableFile() {}

    /** Makes one in a folder; or finds one where who runs the tests may read everything. */
    public static Path in(Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("denied"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        return Files.isReadable(file) ? OF_THE_SYSTEM : file;
    }
}
