package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeLine;
import app.edgeglass.core.text.SafeText;

/**
 * Where and why bytes are no JSON.
 *
 * @param line from 1
 * @param column the character in the line, from 1
 * @param offset the byte, from 0; the payload's size when it ends too early
 * @param reason what is wrong there, as a sentence
 */
public record JsonProblem(int line, int column, int offset, String reason) {

    private static final int WORD_SHOWN = 24;

    /** The place and the reason in one sentence. */
    public String sentence() {
        return PayloadWords.say("json.broken", line, column, offset, reason);
    }

    /** What can be wrong. */
    enum Fault {
        NOTHING,
        ENDS_EARLY,
        AFTER_END,
        VALUE_EXPECTED,
        NAME_EXPECTED,
        COLON_EXPECTED,
        COMMA_OR_BRACE_EXPECTED,
        COMMA_OR_BRACKET_EXPECTED,
        NO_VALUE,
        NO_NUMBER,
        NO_ESCAPE,
        CONTROL_CHARACTER,
        NO_UTF8
    }

    static JsonProblem at(byte[] bytes, int first, int size, int offset, Fault fault) {
        var line = 1;
        var start = first;
        for (var i = first; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        var column = 1;
        for (var walk = new Utf8(bytes, start, offset); walk.hasNext(); walk.next()) {
            column++;
        }
        return new JsonProblem(line, column, offset, reason(bytes, size, offset, fault));
    }

    private static String reason(byte[] bytes, int size, int offset, Fault fault) {
        return switch (fault) {
            case NOTHING -> PayloadWords.say("json.fault.nothing");
            case ENDS_EARLY -> PayloadWords.say("json.fault.ends-early");
            case AFTER_END -> PayloadWords.say("json.fault.after-end", character(bytes, size, offset));
            case VALUE_EXPECTED -> PayloadWords.say("json.fault.value-expected", character(bytes, size, offset));
            case NAME_EXPECTED -> PayloadWords.say("json.fault.name-expected", character(bytes, size, offset));
            case COLON_EXPECTED -> PayloadWords.say("json.fault.colon-expected", character(bytes, size, offset));
            case COMMA_OR_BRACE_EXPECTED ->
                PayloadWords.say("json.fault.comma-or-brace-expected", character(bytes, size, offset));
            case COMMA_OR_BRACKET_EXPECTED ->
                PayloadWords.say("json.fault.comma-or-bracket-expected", character(bytes, size, offset));
            case NO_VALUE -> PayloadWords.say("json.fault.no-value", word(bytes, size, offset));
            case NO_NUMBER -> PayloadWords.say("json.fault.no-number", word(bytes, size, offset));
            case NO_ESCAPE -> PayloadWords.say("json.fault.no-escape", escape(bytes, size, offset));
            case CONTROL_CHARACTER -> PayloadWords.say("json.fault.control-character", SafeText.mark(bytes[offset]));
            case NO_UTF8 -> PayloadWords.say("json.fault.no-utf8", "0x%02X".formatted(bytes[offset]));
        };
    }

    private static String character(byte[] bytes, int size, int offset) {
        var next = new Utf8(bytes, offset, size).next();
        return Utf8.isCharacter(next)
                ? new SafeLine(WORD_SHOWN).add(next).toString()
                : SafeText.markByte(Utf8.byteOf(next));
    }

    private static String word(byte[] bytes, int size, int offset) {
        var word = new SafeLine(WORD_SHOWN);
        var walk = new Utf8(bytes, offset, size);
        while (walk.hasNext() && !word.isFull()) {
            var next = walk.next();
            if (next < 0 || (!Character.isLetterOrDigit(next) && "_+-.".indexOf(next) < 0)) {
                break;
            }
            word.add(next);
        }
        return word.length() == 0 ? character(bytes, size, offset) : word.toString();
    }

    private static String escape(byte[] bytes, int size, int offset) {
        var text = new SafeLine(WORD_SHOWN);
        var walk = new Utf8(bytes, offset, size);
        for (var i = 0; i < (offset + 1 < size && bytes[offset + 1] == 'u' ? 6 : 2) && walk.hasNext(); i++) {
            var next = walk.next();
            if (next < 0 || (next == '"' && i > 1)) {
                break;
            }
            text.add(next);
        }
        return text.toString();
    }
}
