package app.edgeglass.core.census;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Divides the subjects of a stream into patterns that have about so many subjects each as a server tells at once. A server
 * that is asked for a page of all of them collects and sorts all of them for each page; of a branch it walks no more than
 * that.
 *
 * <p>What tokens there are is guessed from a sample, so the parts may miss some; whoever asks for them adds up what came.
 */
final class Division {

    /** More tokens than this at one place are names of single things, by which nothing is divided. */
    private static final int MOST_TOKENS = 128;

    private static final int MOST_PARTS = 512;
    private static final int MOST_DEPTH = 16;

    private final List<String> sample;
    private final long subjects;
    private final int most;

    /**
     * A pattern that ends with {@code >}, and the sampled subjects below it.
     *
     * @param head the tokens before the end, with a dot behind each
     */
    private record Branch(String head, int depth, List<String[]> sampled) {}

    private Division(Collection<String> sample, long subjects, int most) {
        this.sample = List.copyOf(sample);
        this.subjects = subjects;
        this.most = most;
    }

    /**
     * @param sample some subjects of the stream, best by chance
     * @param subjects how many it has
     * @param most as many as a part should have
     * @return patterns of which no two match the same subject; empty when nothing can be divided
     */
    static List<String> of(Collection<String> sample, long subjects, int most) {
        return sample.isEmpty() ? List.of() : new Division(sample, subjects, most).parts();
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        Deque<Branch> open = new ArrayDeque<>();
        open.add(new Branch(
                "", 0, sample.stream().map(subject -> subject.split("\\.", -1)).toList()));
        while (!open.isEmpty()) {
            Branch branch = open.remove();
            boolean small = branch.depth() > 0 && isSmall(branch.sampled());
            if (small || branch.depth() == MOST_DEPTH || parts.size() + open.size() > MOST_PARTS) {
                parts.add(branch.head() + ">");
                continue;
            }
            int next = branch.depth() + 1;
            var ending = branch.sampled().stream()
                    .filter(subject -> subject.length == next)
                    .toList();
            var going = branch.sampled().stream()
                    .filter(subject -> subject.length > next)
                    .toList();
            Set<String> ends = isSmall(ending) ? Set.of("*") : tokens(ending, branch.depth());
            ends.forEach(token -> parts.add(branch.head() + token));
            tokens(going, branch.depth())
                    .forEach(token -> open.add(new Branch(
                            branch.head() + token + ".",
                            next,
                            going.stream()
                                    .filter(subject -> token.equals("*") || token.equals(subject[branch.depth()]))
                                    .toList())));
        }
        return parts.size() < 3 ? List.of() : parts;
    }

    private boolean isSmall(List<String[]> sampled) {
        return subjects * sampled.size() / sample.size() <= most;
    }

    /** What stands at a place; a wildcard where each has its own. */
    private static Set<String> tokens(List<String[]> subjects, int at) {
        var tokens = new TreeSet<String>();
        subjects.forEach(subject -> tokens.add(subject[at]));
        boolean names = tokens.size() > MOST_TOKENS || (tokens.size() * 2 > subjects.size() && tokens.size() > 2);
        return names ? Set.of("*") : tokens;
    }
}
