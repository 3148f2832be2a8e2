package app.edgeglass.core.backup;

import app.edgeglass.core.error.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stream that was saved: a folder with {@code backup.json}, in which its configuration and its state stand as the server
 * gave them, and the archive beside it. This is how {@code nats stream backup} saves one; what Edgeglass adds stands in a
 * field of its own, which the CLI passes over.
 *
 * @param configuration the server’s own
 * @param state the server’s own, at the time of saving
 * @param archive the file
 * @param kind as its name says
 * @param size of the archive
 * @param digest its SHA-256 in hexadecimal digits, if Edgeglass has saved it
 */
public record BackupFolder(
        Path folder,
        ObjectNode configuration,
        ObjectNode state,
        Path archive,
        ArchiveKind kind,
        long size,
        Optional<String> digest) {

    static final String META = "backup.json";
    static final String OWN = "edgeglass";
    static final String DIGEST = "sha256";
    private static final long MOST_META = 16L << 20;
    private static final int BUFFER = 1 << 17;

    /**
     * Looks at a folder; the archive is not read yet.
     *
     * @throws Failure {@code backup.none} when it holds no backup; {@code backup.unreadable}
     */
    public static BackupFolder open(Path folder) {
        Path meta = folder.resolve(META);
        List<ArchiveKind> kinds = new ArrayList<>(List.of(ArchiveKind.values()));
        kinds.removeIf(kind -> !Files.isRegularFile(folder.resolve(kind.fileName())));
        if (!Files.isRegularFile(meta) || kinds.isEmpty()) {
            throw Failure.of("backup.none", folder);
        }
        if (kinds.size() > 1) {
            throw Failure.of("backup.two", folder);
        }
        try {
            if (Files.size(meta) > MOST_META
                    || !(JsonMapper.shared().readTree(Files.readAllBytes(meta)) instanceof ObjectNode json)
                    || !(json.get("config") instanceof ObjectNode configuration)
                    || configuration.path("name").asString("").isEmpty()) {
                throw Failure.of("backup.none", folder);
            }
            ArchiveKind kind = kinds.getFirst();
            Path archive = folder.resolve(kind.fileName());
            JsonNode digest = json.path(OWN).path(DIGEST);
            return new BackupFolder(
                    folder,
                    configuration,
                    json.get("state") instanceof ObjectNode state
                            ? state
                            : JsonMapper.shared().createObjectNode(),
                    archive,
                    kind,
                    Files.size(archive),
                    Optional.of(digest.asString("")).filter(text -> !text.isEmpty()));
        } catch (JacksonException e) {
            throw Failure.because(e, "backup.none", folder);
        } catch (IOException e) {
            throw Failure.because(e, "backup.unreadable", folder, Disk.reason(e));
        }
    }

    /** The stream’s name when it was saved. */
    public String name() {
        return configuration.path("name").asString("");
    }

    /** How many messages the stream had when it was saved. */
    public long messages() {
        return state.path("messages").asLong(0);
    }

    /** What they took. */
    public long bytes() {
        return state.path("bytes").asLong(0);
    }

    /**
     * Reads the whole archive: its digest, if one was kept, the sums in it, and whether it comes to its end.
     *
     * @throws Failure {@code backup.damaged}, {@code backup.changed}, {@code backup.unreadable}, {@code backup.cancelled}
     */
    public Archive check(BackupProgress progress) {
        progress.enter(BackupProgress.Stage.CHECKING, size);
        MessageDigest sum = Disk.sha256();
        try (InputStream file = Files.newInputStream(archive);
                var counted = new CountingStream(file, progress);
                var in = new DigestInputStream(new BufferedInputStream(counted, BUFFER), sum)) {
            Archive found = ArchiveScan.read(in, bytes -> {});
            String made = HexFormat.of().formatHex(sum.digest());
            if (digest.isPresent() && !digest.get().equalsIgnoreCase(made)) {
                throw Failure.of("backup.changed", archive);
            }
            return found;
        } catch (DamagedArchive e) {
            throw Failure.because(e, "backup.damaged", archive, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.because(e, "backup.unreadable", archive, Disk.reason(e));
        }
    }
}
