package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Variable;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads variables: lists, and ranges such as {@code 1..20} or, with zeros, {@code 01..20}. */
final class VariablesReader {

    static final int MOST_VALUES = 10_000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\s*\\.\\.\\s*(\\d{1,9})");

    private VariablesReader() {}

    static List<Variable> read(Fields document) {
        var variables = new ArrayList<Variable>();
        document.take("variables").flatMap(Spot::fields).ifPresent(fields -> {
            for (Map.Entry<String, Spot> entry : fields.all().entrySet()) {
                if (!Templates.canBeName(entry.getKey())) {
                    fields.wrongName(entry.getKey(), "value-name", entry.getKey());
                }
                // One that is wrong is kept, so that not every template that refers to it is called wrong too.
                variables.add(new Variable(entry.getKey(), values(entry.getValue())));
            }
        });
        return variables;
    }

    private static List<String> values(Spot spot) {
        var values = new ArrayList<String>();
        List<Spot> items = spot.node() instanceof Sequence ? spot.items() : List.of(spot);
        for (Spot item : items) {
            item.text().ifPresent(text -> add(item, text, values));
            if (values.size() > MOST_VALUES) {
                spot.wrong("too-many-values", MOST_VALUES);
                return List.of("_");
            }
        }
        if (items.isEmpty()) {
            spot.wrong("no-options");
        }
        var seen = new HashSet<String>();
        for (String value : values) {
            if (!seen.add(value)) {
                spot.wrong("duplicate-value", value);
            }
        }
        return values.isEmpty() ? List.of("_") : values;
    }

    private static void add(Spot item, String text, List<String> values) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            if (isToken(item, text)) {
                values.add(text);
            }
            return;
        }
        String first = range.group(1);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(range.group(2));
        if (from > to) {
            item.wrong("order", first, range.group(2));
            return;
        }
        boolean padded = first.length() > 1 && first.startsWith("0");
        String format = padded ? "%0" + first.length() + "d" : "%d";
        for (int i = from; i <= to && values.size() <= MOST_VALUES; i++) {
            values.add(String.format(format, i));
        }
    }

    private static boolean isToken(Spot item, String text) {
        if (text.contains(".")) {
            item.wrong("value-dot", text);
            return false;
        }
        try {
            Subject.parse(text);
            return true;
        } catch (Failure e) {
            item.wrong("said", e.sentence());
            return false;
        }
    }
}
