package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Facts as a stage finds them. */
final class FactList {

    static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private static final Figures FIGURES = new Figures(Locale.getDefault());
    private static final int LONGEST = 400;

    private final List<Fact> told = new ArrayList<>();

    /** @param label its key in the words */
    FactList add(String label, String value) {
        return named(WORDS.say(label), value);
    }

    /** A fact whose label comes from the network. */
    FactList named(String label, String value) {
        if (!value.isEmpty()) {
            told.add(new Fact(SafeText.show(label, LONGEST), SafeText.show(value, LONGEST)));
        }
        return this;
    }

    /** Whether there is something under this label. */
    boolean isAbout(String label) {
        String said = WORDS.say(label);
        return told.stream().anyMatch(fact -> fact.label().equals(said));
    }

    Facts facts() {
        return facts(List.of());
    }

    Facts facts(List<Certificate> chain) {
        return new Facts(told, chain);
    }

    static String latency(Duration took) {
        return FIGURES.latency(took);
    }

    static String count(long count) {
        return FIGURES.count(count);
    }
}
