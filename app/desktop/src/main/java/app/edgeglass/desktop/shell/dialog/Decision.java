package app.edgeglass.desktop.shell.dialog;

/**
 * A question with two ways to go on, besides turning away.
 *
 * @param title the question
 * @param sentence what is at stake
 * @param first what keeps; Enter takes it
 * @param second what gives something up
 */
public record Decision(String title, String sentence, String first, String second) {}
