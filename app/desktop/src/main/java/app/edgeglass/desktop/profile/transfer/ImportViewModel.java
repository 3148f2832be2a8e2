package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.exchange.ImportPlan;
import app.edgeglass.core.connection.exchange.ImportPlan.Fate;
import app.edgeglass.core.connection.exchange.ImportPlan.Line;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What an import would do, and what the person wants of it. */
final class ImportViewModel {

    private final ReadOnlyObjectWrapper<ImportPlan> plan;

    ImportViewModel(ImportPlan plan) {
        this.plan = new ReadOnlyObjectWrapper<>(plan);
    }

    /** Gives one of the file's profiles another fate. */
    void choose(int line, Fate fate) {
        ImportPlan before = plan.get();
        Line old = before.lines().get(line);
        if (old.fate() != fate && old.choices().contains(fate)) {
            plan.set(before.with(old, fate));
        }
    }

    /** How many of the file's profiles are added, replaced and left out. */
    String summary() {
        return Texts.WORDS.say(
                "import.summary", count(Fate.ADD, Fate.ADD_RENAMED), count(Fate.REPLACE), count(Fate.SAME, Fate.SKIP));
    }

    /** How many are changed or added by it. */
    int changes() {
        return count(Fate.ADD, Fate.ADD_RENAMED, Fate.REPLACE);
    }

    private int count(Fate... fates) {
        List<Fate> wanted = List.of(fates);
        return (int) plan.get().lines().stream()
                .filter(line -> wanted.contains(line.fate()))
                .count();
    }

    static String words(Fate fate) {
        return switch (fate) {
            case ADD -> Texts.WORDS.say("fate.add");
            case ADD_RENAMED -> Texts.WORDS.say("fate.add-renamed");
            case REPLACE -> Texts.WORDS.say("fate.replace");
            case SAME -> Texts.WORDS.say("fate.same");
            case SKIP -> Texts.WORDS.say("fate.skip");
        };
    }

    ReadOnlyObjectProperty<ImportPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }
}
