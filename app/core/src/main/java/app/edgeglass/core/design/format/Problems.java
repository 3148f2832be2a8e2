package app.edgeglass.core.design.format;

import app.edgeglass.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Gathers what is wrong with one file. */
final class Problems {

    static final int MOST = 200;

    private static final Words WORDS = Words.of("app.edgeglass.core.design.format.words", Locale.getDefault());

    private final String file;
    private final ArrayList<Problem> found = new ArrayList<>();
    private int more;

    Problems(String file) {
        this.file = file;
    }

    /** @param key of the sentence, in this package’s words */
    void add(int line, int column, String field, String key, Object... arguments) {
        if (found.size() == MOST) {
            more++;
            return;
        }
        found.add(new Problem(file, line, column, field, WORDS.say(key, arguments)));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the file. When there were more than are kept, the last one says how many. */
    List<Problem> all() {
        var all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (more > 0) {
            Problem last = all.getLast();
            all.add(new Problem(file, last.line(), last.column(), "", WORDS.say("more", more)));
        }
        return List.copyOf(all);
    }
}
