package app.edgeglass.core.design.format;

/**
 * Something that is wrong with a design.
 *
 * @param file the file's name, without its folder
 * @param line from 1
 * @param column from 1
 * @param field which field, such as {@code subjects[2].every} (counted from 0); empty for the file as a whole
 * @param sentence what is wrong and what is meant to stand there
 */
public record Problem(String file, int line, int column, String field, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + sentence;
    }
}
