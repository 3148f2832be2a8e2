package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.store.UnreadableProfile;
import app.edgeglass.core.subject.NaturalOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lays the list of connections out: folders first, in natural order, profiles in the person's order, then the contexts of the
 * {@code nats} CLI. While something is searched for all folders are open, and those without a hit are left out.
 */
final class Rows {

    private final List<String> wanted;
    private final Set<String> closed;
    private final List<Row> rows = new ArrayList<>();

    private Rows(String query, Set<String> closed) {
        wanted = Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        this.closed = closed;
    }

    static List<Row> of(
            List<Profile> profiles,
            List<UnreadableProfile> unreadable,
            List<ContextRow> contexts,
            String query,
            Set<String> closed) {
        var made = new Rows(query, closed);
        made.add("", profiles.stream().filter(made::fits).toList(), 0);
        if (made.wanted.isEmpty()) {
            for (int i = 0; i < unreadable.size(); i++) {
                made.rows.add(new Row.Unreadable(unreadable.get(i), i));
            }
        }
        made.add(contexts.stream().filter(made::fits).toList());
        return List.copyOf(made.rows);
    }

    /** @param inside the profiles in the folder and below */
    private void add(String folder, List<Profile> inside, int depth) {
        var below = new TreeMap<String, List<Profile>>(NaturalOrder.INSTANCE);
        var here = new ArrayList<Profile>();
        for (Profile profile : inside) {
            String rest = folder.isEmpty()
                    ? profile.look().folder()
                    : profile.look().folder().substring(folder.length());
            String path = rest.startsWith("/") ? rest.substring(1) : rest;
            if (path.isEmpty()) {
                here.add(profile);
            } else {
                below.computeIfAbsent(path.split("/", 2)[0], level -> new ArrayList<>())
                        .add(profile);
            }
        }
        below.forEach((level, content) -> {
            String path = folder.isEmpty() ? level : folder + "/" + level;
            boolean open = !wanted.isEmpty() || !closed.contains(path);
            rows.add(new Row.Folder(path, level, depth, open, content.size()));
            if (open) {
                add(path, content, depth + 1);
            }
        });
        here.forEach(profile -> rows.add(new Row.Stored(profile, depth)));
    }

    private void add(List<ContextRow> contexts) {
        if (contexts.isEmpty()) {
            return;
        }
        boolean open = !wanted.isEmpty() || !closed.contains(Row.Contexts.FOLDER);
        rows.add(new Row.Contexts(contexts.size(), open));
        if (open) {
            contexts.forEach(context -> rows.add(new Row.Context(context)));
        }
    }

    private boolean fits(Profile profile) {
        return fits(String.join(
                "\n", profile.name(), profile.look().folder(), profile.look().description(), addresses(profile)));
    }

    private boolean fits(ContextRow context) {
        return fits(String.join("\n", context.name(), context.description(), context.urls()));
    }

    private boolean fits(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(lower::contains);
    }

    /** Where a profile leads to, without secrets. */
    static String addresses(Profile profile) {
        return profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
    }
}
