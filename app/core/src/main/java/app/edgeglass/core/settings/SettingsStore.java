package app.edgeglass.core.settings;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A versioned JSON file of settings, in sections of which each belongs to one capability. It never holds a secret.
 *
 * <p>It is read once, at the start; a file that cannot be read is set aside and said, and the defaults hold. Changes are
 * saved half a second after the last one and at the end; what cannot be saved is said once, stays in force and is tried
 * again. Keys that this version does not know stay in the file.
 */
public final class SettingsStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final KeptFile file;
    private final int version;
    private final Consumer<Failure> onProblem;
    private final Map<String, Held<?>> sections = new LinkedHashMap<>();
    private final ScheduledThreadPoolExecutor saver;

    private ObjectNode stored = SettingsTree.MAPPER.createObjectNode();
    private boolean mayWrite = true;
    private boolean asideTaken;
    private boolean dirty;
    private boolean scheduled;
    private boolean failing;

    private SettingsStore(KeptFile file, int version, Consumer<Failure> onProblem) {
        this.file = file;
        this.version = version;
        this.onProblem = onProblem;
        this.saver = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("settings").factory());
        saver.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Reads a file of settings, or begins one.
     *
     * @param path the file; neither it nor its folder need exist
     * @param migrations the first brings version 1 to 2, the next 2 to 3, and so on
     * @param onProblem takes what a person has to know; called from any thread
     */
    public static SettingsStore open(Path path, List<Migration> migrations, Clock clock, Consumer<Failure> onProblem) {
        var store = new SettingsStore(new KeptFile(path, clock), migrations.size() + 1, onProblem);
        store.load(migrations);
        return store;
    }

    private void load(List<Migration> migrations) {
        if (!file.exists()) {
            return;
        }
        try {
            VersionedJson read = VersionedJson.read(file.read(), migrations);
            if (read.found() > version) {
                Path kept = file.copyAside("version-" + read.found());
                onProblem.accept(Failure.of("settings.newer", file.path(), kept));
            }
            dirty = read.migrated();
            stored = read.tree();
        } catch (IOException e) {
            setAside(KeptFile.reason(e));
        } catch (VersionedJson.Damaged e) {
            setAside(String.valueOf(e.getMessage()));
        }
    }

    private void setAside(String reason) {
        LOG.warn("The settings in {} cannot be used: {}", file.path(), reason);
        asideTaken = true;
        try {
            Path aside = file.setAside("damaged");
            onProblem.accept(Failure.of("settings.damaged", file.path(), aside));
        } catch (IOException e) {
            // Writing would destroy what a person may still want to repair.
            mayWrite = false;
            onProblem.accept(Failure.because(e, "settings.unreadable", file.path(), KeptFile.reason(e)));
        }
    }

    /**
     * The part of one capability. To be asked for once, at the start.
     *
     * @param name its key in the file
     * @param type the record
     * @param defaults hold where the file says nothing, field by field
     */
    public synchronized <T> Section<T> section(String name, Class<T> type, T defaults) {
        if (name.equals(VersionedJson.VERSION) || sections.containsKey(name)) {
            throw new IllegalArgumentException("section " + name + " is taken");
        }
        var read = SettingsTree.read(stored.get(name), type, defaults);
        if (!read.whole()) {
            keepCopy(name);
        }
        var section = new Section<>(read.value(), this::changed);
        sections.put(name, new Held<>(section, read.unknown()));
        return section;
    }

    private void keepCopy(String name) {
        if (asideTaken) {
            return;
        }
        asideTaken = true;
        try {
            onProblem.accept(Failure.of("settings.partly", file.path(), name, file.copyAside("damaged")));
        } catch (IOException e) {
            mayWrite = false;
            onProblem.accept(Failure.because(e, "settings.unreadable", file.path(), KeptFile.reason(e)));
        }
    }

    private synchronized void changed() {
        dirty = true;
        schedule(QUIET);
    }

    private void schedule(Duration delay) {
        if (!scheduled && mayWrite && !saver.isShutdown()) {
            scheduled = true;
            var _ = saver.schedule(this::saveLater, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void saveLater() {
        scheduled = false;
        save();
        if (dirty) {
            schedule(RETRY);
        }
    }

    /** Saves what has changed, now. */
    public synchronized void save() {
        if (!dirty || !mayWrite) {
            return;
        }
        try {
            file.write(VersionedJson.bytes(whole()));
            dirty = false;
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                onProblem.accept(Failure.because(e, "settings.save", file.path(), KeptFile.reason(e)));
            }
        }
    }

    private ObjectNode whole() {
        ObjectNode result = stored.deepCopy();
        result.put(
                VersionedJson.VERSION,
                Math.max(version, stored.path(VersionedJson.VERSION).asInt(version)));
        sections.forEach((name, held) -> result.set(name, held.tree()));
        return result;
    }

    /** Saves what has changed and ends. */
    @Override
    public void close() {
        saver.shutdownNow();
        save();
    }

    private record Held<T>(Section<T> section, ObjectNode unknown) {
        ObjectNode tree() {
            return SettingsTree.overlaid(unknown, SettingsTree.tree(section.get()));
        }
    }
}
