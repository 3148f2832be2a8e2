package app.edgeglass.core.connection.store;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import app.edgeglass.core.settings.Migration;
import app.edgeglass.core.settings.VersionedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The file of profiles: its elements, and what a person has to know of it. */
final class ProfileFile {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFile.class);
    private static final String PROFILES = "profiles";

    /** The first brings version 1 to 2; there is no other version yet. */
    private static final List<Migration> MIGRATIONS = List.of();

    static final int VERSION = MIGRATIONS.size() + 1;

    private final KeptFile file;
    private final Consumer<Failure> onProblem;

    private ObjectNode top = JsonNodeFactory.instance.objectNode();
    private byte[] seen = {};
    private volatile Optional<Failure> readOnly = Optional.empty();

    ProfileFile(KeptFile file, Consumer<Failure> onProblem) {
        this.file = file;
        this.onProblem = onProblem;
    }

    /** Why it must not be written. */
    Optional<Failure> readOnly() {
        return readOnly;
    }

    /** Whether something else than we wrote it since it was read. */
    boolean changedMeanwhile() {
        try {
            return file.exists() && !Arrays.equals(file.read(), seen);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Reads all of it.
     *
     * @return its elements; nothing when they cannot be read, which is said
     */
    Optional<List<Entry>> read() {
        readOnly = Optional.empty();
        if (!file.exists()) {
            return Optional.of(List.of());
        }
        try {
            byte[] bytes = file.read();
            VersionedJson read = VersionedJson.read(bytes, MIGRATIONS);
            JsonNode profiles = read.tree().path(PROFILES);
            if (!profiles.isArray() && !profiles.isMissingNode()) {
                setAside("profiles are no array");
                return Optional.empty();
            }
            top = read.tree();
            seen = bytes;
            if (read.found() > VERSION) {
                refuse(Failure.of("profiles.newer", file.path()));
            }
            return Optional.of(entries(profiles));
        } catch (IOException e) {
            refuse(Failure.because(e, "profiles.unreadable", file.path(), KeptFile.reason(e)));
        } catch (VersionedJson.Damaged e) {
            setAside(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static List<Entry> entries(JsonNode profiles) {
        var ids = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        for (JsonNode node : profiles) {
            Entry entry = Entry.read(node);
            boolean twice = entry instanceof Entry.Usable usable
                    && !ids.add(usable.profile().id());
            entries.add(twice ? Entry.unusable(node, "id") : entry);
        }
        return entries;
    }

    private void refuse(Failure failure) {
        LOG.warn("{}", failure.sentence());
        readOnly = Optional.of(failure);
        onProblem.accept(failure);
    }

    private void setAside(String reason) {
        LOG.warn("The profiles in {} cannot be used: {}", file.path(), reason);
        try {
            onProblem.accept(Failure.of("profiles.damaged", file.path(), file.setAside("damaged")));
            top = JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            refuse(Failure.because(e, "profiles.unreadable", file.path(), KeptFile.reason(e)));
        }
    }

    /** @throws Failure when it cannot be written; it is as before then */
    void write(List<Entry> entries) {
        if (readOnly.isPresent()) {
            throw readOnly.get();
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        changed.put(VersionedJson.VERSION, VERSION);
        changed.setAll(top);
        ArrayNode array = changed.putArray(PROFILES);
        entries.forEach(entry -> array.add(entry.node()));
        byte[] bytes = VersionedJson.bytes(changed);
        try {
            file.write(bytes);
        } catch (IOException e) {
            throw Failure.because(e, "profiles.save", file.path(), KeptFile.reason(e));
        }
        top = changed;
        seen = bytes;
    }

    Path path() {
        return file.path();
    }
}
