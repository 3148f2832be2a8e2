package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Template;
import app.edgeglass.core.design.Template.Literal;
import app.edgeglass.core.design.Template.Part;
import app.edgeglass.core.design.Template.Place;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads texts with places: {@code {name}}; a brace that is meant as such is written twice. */
final class Templates {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Templates() {}

    static Optional<Template> read(Spot spot) {
        return spot.text().flatMap(text -> read(spot, text));
    }

    /** Whether a name can stand at a place. */
    static boolean canBeName(String text) {
        return NAME.matcher(text).matches();
    }

    private static Optional<Template> read(Spot spot, String text) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                literal.append(c);
                i += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                String name = end < 0 ? "" : text.substring(i + 1, end);
                if (!canBeName(name)) {
                    spot.wrong("brace", text);
                    return Optional.empty();
                }
                if (!literal.isEmpty()) {
                    parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                parts.add(new Place(name));
                i = end + 1;
            } else if (c == '}') {
                spot.wrong("brace", text);
                return Optional.empty();
            } else {
                literal.append(c);
                i++;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
        }
        return Optional.of(new Template(text, parts));
    }
}
