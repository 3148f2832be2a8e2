package app.edgeglass.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the Subjects screen remembers.
 *
 * @param lastUrl the server URL that was connected to last, without secrets; empty for none
 * @param servers by what was opened, the one used last at the end
 */
public record SubjectsSettings(String lastUrl, Map<String, Remembered> servers) {

    public static final SubjectsSettings DEFAULT = new SubjectsSettings("", Map.of());

    private static final int MOST_SERVERS = 30;
    private static final int MOST_BRANCHES = 300;
    /** A branch with a longer name is not remembered, so that the file stays small whatever a server sends. */
    private static final int LONGEST_BRANCH = 512;

    public SubjectsSettings {
        servers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(servers));
    }

    /**
     * What was open on one server.
     *
     * @param subscriptions in their order
     * @param branches the branches of the tree that were open
     */
    public record Remembered(List<Subscribed> subscriptions, List<String> branches) {

        public static final Remembered NOTHING = new Remembered(List.of(), List.of());

        public Remembered {
            subscriptions = List.copyOf(subscriptions);
            branches = branches.stream()
                    .filter(branch -> branch.length() <= LONGEST_BRANCH)
                    .limit(MOST_BRANCHES)
                    .toList();
        }
    }

    /**
     * A subscription.
     *
     * @param queue the queue group; empty for none
     */
    public record Subscribed(String pattern, String queue, boolean enabled) {

        // The file may have been edited by hand.
        public Subscribed {
            Objects.requireNonNull(pattern);
            Objects.requireNonNull(queue);
        }
    }

    SubjectsSettings withLastUrl(String url) {
        return new SubjectsSettings(url, servers);
    }

    Remembered remembered(String key) {
        return servers.getOrDefault(key, Remembered.NOTHING);
    }

    SubjectsSettings remembering(String key, Remembered what) {
        var changed = new LinkedHashMap<>(servers);
        changed.remove(key);
        changed.put(key, what);
        var keys = new ArrayList<>(changed.keySet());
        for (int i = 0; i < keys.size() - MOST_SERVERS; i++) {
            changed.remove(keys.get(i));
        }
        return new SubjectsSettings(lastUrl, changed);
    }
}
