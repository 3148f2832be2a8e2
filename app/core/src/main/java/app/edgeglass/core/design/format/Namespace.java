package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.Template;
import app.edgeglass.core.design.Variable;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.Subject;
import app.edgeglass.core.subject.SubjectPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables of a design, and the rules for what is built of them. */
final class Namespace {

    static final int MOST_SUBJECTS = 100_000;

    private static final List<String> RESERVED = List.of("$", "_INBOX.", "_R_.");

    private final List<Variable> variables;
    private long subjects;

    Namespace(List<Variable> variables) {
        this.variables = variables;
    }

    List<Variable> variables() {
        return variables;
    }

    /** A template of subjects that something is published on. */
    Optional<Template> subject(Spot spot) {
        return expanding(spot).filter(template -> {
            String example = example(template);
            try {
                Subject.parse(example);
            } catch (Failure e) {
                spot.wrong("said", e.sentence());
                return false;
            }
            for (String reserved : RESERVED) {
                if (example.startsWith(reserved)) {
                    spot.wrong("reserved", reserved);
                    return false;
                }
            }
            return true;
        });
    }

    /** A template of texts of another kind, such as keys, that count like subjects. */
    Optional<Template> expanding(Spot spot) {
        return Templates.read(spot).filter(template -> knownNames(spot, template) && within(spot, template));
    }

    private boolean knownNames(Spot spot, Template template) {
        List<String> known = variables.stream().map(Variable::name).toList();
        boolean all = true;
        for (String name : template.names()) {
            if (known.contains(name)) {
                continue;
            }
            all = false;
            Optional<String> near = Spelling.nearest(name, known);
            if (near.isPresent()) {
                spot.wrong("unknown-variable.near", name, near.get());
            } else {
                spot.wrong("unknown-variable", name);
            }
        }
        return all;
    }

    private boolean within(Spot spot, Template template) {
        long count = Expansion.count(used(template));
        if (count > MOST_SUBJECTS) {
            String said = count == Long.MAX_VALUE ? "> 10^18" : String.format("%,d", count);
            spot.wrong("too-many-subjects", said, MOST_SUBJECTS);
            return false;
        }
        subjects += count;
        if (subjects > MOST_SUBJECTS) {
            spot.wrong("too-many-subjects.together", subjects, MOST_SUBJECTS);
            subjects = 0;
            return false;
        }
        return true;
    }

    private List<Variable> used(Template template) {
        return variables.stream()
                .filter(variable -> template.names().contains(variable.name()))
                .toList();
    }

    /** The template with the longest value at each place. */
    String example(Template template) {
        Map<String, String> longest = used(template).stream()
                .collect(Collectors.toMap(
                        Variable::name,
                        variable -> variable.values().stream().reduce("", (a, b) -> b.length() > a.length() ? b : a)));
        Function<String, String> value = name -> longest.getOrDefault(name, "_");
        return template.fill(value);
    }

    /** What can be subscribed to. Variables have no place in it. */
    static Optional<SubjectPattern> pattern(Spot spot) {
        return spot.text().flatMap(text -> {
            if (text.contains("{") || text.contains("}")) {
                spot.wrong("pattern-variable", text);
                return Optional.empty();
            }
            try {
                return Optional.of(SubjectPattern.parse(text));
            } catch (Failure e) {
                spot.wrong("said", e.sentence());
                return Optional.empty();
            }
        });
    }
}
