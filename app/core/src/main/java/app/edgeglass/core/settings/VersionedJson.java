package app.edgeglass.core.settings;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a versioned JSON file holds, brought to the present version.
 *
 * @param tree the whole file, which is the caller's to change
 * @param found the version that the file says; it may be newer than ours
 * @param migrated whether the file is older than ours and the tree therefore not what is in it
 */
public record VersionedJson(ObjectNode tree, int found, boolean migrated) {

    /** The key of the version, at the top. */
    public static final String VERSION = "version";

    private static final Logger LOG = LoggerFactory.getLogger(VersionedJson.class);

    /** A file that was read and is not what it should be. */
    public static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(String reason) {
            super(reason);
        }
    }

    /**
     * @param bytes the whole file
     * @param migrations the first brings version 1 to 2, the next 2 to 3, and so on
     * @throws Damaged when it is no JSON object
     */
    public static VersionedJson read(byte[] bytes, List<Migration> migrations) throws Damaged {
        try {
            if (!(SettingsTree.MAPPER.readTree(bytes) instanceof ObjectNode tree)) {
                throw new Damaged("no JSON object");
            }
            int from = tree.path(VERSION).asInt(1);
            int version = migrations.size() + 1;
            for (int v = Math.max(1, from); v < version; v++) {
                migrations.get(v - 1).apply(tree);
            }
            return new VersionedJson(tree, from, from < version);
        } catch (JacksonException e) {
            // Its message may quote the file.
            throw new Damaged(e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("Bug in a migration", e);
            throw new Damaged(e.getClass().getSimpleName());
        }
    }

    /** The file's text. */
    public static byte[] bytes(ObjectNode tree) {
        return SettingsTree.MAPPER.writeValueAsBytes(tree);
    }
}
