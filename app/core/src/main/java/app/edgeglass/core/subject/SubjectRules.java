package app.edgeglass.core.subject;

import app.edgeglass.core.error.Failure;
import java.nio.charset.StandardCharsets;

/** What holds for subjects and for patterns alike. */
final class SubjectRules {

    private static final int SHOWN = 80;

    private SubjectRules() {}

    static void check(String text, int mostBytes) {
        if (text.isEmpty()) {
            throw Failure.of("subject.empty");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                throw Failure.of("subject.space", shown(text));
            }
            if (Character.isISOControl(c)) {
                throw Failure.of("subject.control", shown(text), i + 1, String.format("U+%04X", (int) c));
            }
        }
        if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
            throw Failure.of("subject.empty-token", shown(text));
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > mostBytes) {
            throw Failure.of("subject.too-long", bytes, mostBytes);
        }
    }

    /** The text for a sentence: short, and without characters that would break the line. */
    static String shown(String text) {
        var shown = new StringBuilder();
        int end = Math.min(text.length(), SHOWN);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '\u2423' : c);
        }
        if (end < text.length()) {
            shown.append('\u2026');
        }
        return shown.toString();
    }
}
