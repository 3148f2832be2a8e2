package app.edgeglass.core.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text with placeholders, which become something else in each message:
 *
 * <ul>
 *   <li>{@code {{now}}}: the time in UTC, such as {@code 2026-11-22T12:03:04.123Z}
 *   <li>{@code {{uuid}}}: a random UUID
 *   <li>{@code {{counter}}}: 1, 2, 3 … within one repetition; 1 in a message sent once
 *   <li>{@code {{random 1 100}}}: a random whole number, both ends included
 * </ul>
 *
 * <p>Anything else between double braces is ordinary text. A backslash before a placeholder makes it ordinary text, and
 * is itself left out.
 */
public final class Template {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    /** The longest placeholder, so that open braces do not search a whole payload for their end. */
    private static final int LONGEST = 64;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** A stretch of a template. */
    sealed interface Part {

        /** Ordinary text. */
        record Text(String text) implements Part {}

        /** A placeholder, and how it is written. */
        record Hole(Placeholder placeholder, String written) implements Part {}

        /** A placeholder that stands for itself, without its backslash. */
        record Escaped(String written) implements Part {}
    }

    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            // Of three braces the last two open.
            while (text.startsWith(OPEN, at + 1)) {
                at++;
            }
            int close = text.indexOf(CLOSE, at, Math.min(text.length(), at + LONGEST));
            Optional<Placeholder> found =
                    close < 0 ? Optional.empty() : Placeholder.parse(text.substring(at + OPEN.length(), close));
            if (found.isEmpty()) {
                at = text.indexOf(OPEN, at + OPEN.length());
                continue;
            }
            int end = close + CLOSE.length();
            String written = text.substring(at, end);
            if (at > from && text.charAt(at - 1) == '\\') {
                addText(parts, text.substring(from, at - 1));
                parts.add(new Part.Escaped(written));
            } else {
                addText(parts, text.substring(from, at));
                parts.add(new Part.Hole(found.get(), written));
            }
            from = end;
            at = text.indexOf(OPEN, end);
        }
        addText(parts, text.substring(from));
        return new Template(parts);
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
    }

    /** How many placeholders there are. */
    public int holes() {
        return (int) parts.stream().filter(Part.Hole.class::isInstance).count();
    }

    public String fill(Filling filling) {
        var filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(
                    switch (part) {
                        case Part.Text(String text) -> text;
                        case Part.Hole(Placeholder placeholder, String written) -> filling.fill(placeholder);
                        case Part.Escaped(String written) -> written;
                    });
        }
        return filled.toString();
    }

    /**
     * The text with a {@code 0} and spaces for each placeholder, as long as the template: what is wrong in it, as JSON for
     * instance, is at the same place as in the template.
     */
    public String probe() {
        return probe(' ');
    }

    /** As {@link #probe()}, with another character than the space. */
    String probe(char rest) {
        var probe = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> probe.append(text);
                case Part.Hole(Placeholder placeholder, String written) ->
                    probe.append('0').repeat(rest, written.length() - 1);
                case Part.Escaped(String written) -> probe.append(rest).append(written);
            }
        }
        return probe.toString();
    }

    /** A template that becomes the given text, whatever stands in it. */
    public static String escape(String text) {
        var escaped = new StringBuilder();
        for (Part part : parse(text).parts) {
            switch (part) {
                case Part.Text(String plain) -> escaped.append(plain);
                case Part.Hole(Placeholder placeholder, String written) ->
                    escaped.append('\\').append(written);
                case Part.Escaped(String written) -> escaped.append("\\\\").append(written);
            }
        }
        return escaped.toString();
    }
}
