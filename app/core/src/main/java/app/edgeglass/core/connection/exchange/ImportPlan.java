package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.store.KeptProfile;
import app.edgeglass.core.connection.store.UnreadableProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an import would do, line by line, to be shown and chosen from before anything is kept. What is here already is replaced
 * only when somebody chooses that.
 *
 * @param unreadable what stands in the file and cannot be used
 */
public record ImportPlan(List<Line> lines, List<UnreadableProfile> unreadable) {

    /** What becomes of a profile of the file. */
    public enum Fate {
        /** It is added. */
        ADD,
        /** It is added under another name, because its own is taken. */
        ADD_RENAMED,
        /** It takes the place of the one with its id. */
        REPLACE,
        /** It is here already, as it is. */
        SAME,
        /** It is left out. */
        SKIP
    }

    /**
     * A profile of the file.
     *
     * @param kept what the file has of it
     * @param name under which it will be kept
     * @param fate what will become of it
     * @param choices what may become of it instead
     */
    public record Line(KeptProfile kept, String name, Fate fate, List<Fate> choices) {

        public Line {
            choices = List.copyOf(choices);
        }

        public Profile profile() {
            return kept.profile();
        }

        /** Whether the file has secrets of it. */
        public boolean withSecrets() {
            return !kept.secrets().isEmpty();
        }
    }

    public ImportPlan {
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
    }

    static ImportPlan of(List<KeptProfile> incoming, List<KeptProfile> present, List<UnreadableProfile> unreadable) {
        Set<String> names = new HashSet<>();
        present.forEach(kept -> names.add(kept.profile().name()));
        var lines = new ArrayList<Line>();
        for (KeptProfile kept : incoming) {
            lines.add(line(kept, present, names));
        }
        return new ImportPlan(lines, unreadable);
    }

    private static Line line(KeptProfile kept, List<KeptProfile> present, Set<String> names) {
        Profile profile = kept.profile();
        for (KeptProfile own : present) {
            if (own.profile().id().equals(profile.id())) {
                if (own.toJson().equals(kept.toJson())) {
                    List<Fate> choices =
                            kept.secrets().isEmpty() ? List.of(Fate.SAME) : List.of(Fate.SAME, Fate.REPLACE);
                    return new Line(kept, profile.name(), Fate.SAME, choices);
                }
                List<Fate> choices = List.of(Fate.ADD_RENAMED, Fate.REPLACE, Fate.SKIP);
                return new Line(kept, free(profile.name(), names), Fate.ADD_RENAMED, choices);
            }
        }
        String name = free(profile.name(), names);
        Fate fate = name.equals(profile.name()) ? Fate.ADD : Fate.ADD_RENAMED;
        return new Line(kept, name, fate, List.of(fate, Fate.SKIP));
    }

    private static String free(String name, Set<String> names) {
        String candidate = name;
        for (int i = 2; !names.add(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }

    /**
     * With another fate for one line.
     *
     * @throws IllegalArgumentException when it is none of its choices
     */
    public ImportPlan with(Line line, Fate fate) {
        if (!line.choices().contains(fate)) {
            throw new IllegalArgumentException(fate + " of " + line.choices());
        }
        String name = fate == Fate.REPLACE ? line.profile().name() : line.name();
        return new ImportPlan(
                lines.stream()
                        .map(each -> each.equals(line) ? new Line(line.kept(), name, fate, line.choices()) : each)
                        .toList(),
                unreadable);
    }
}
