package app.edgeglass.desktop.shell.dialog;

/**
 * A question that is answered by doing it or not.
 *
 * @param title the question
 * @param sentence what happens then, exactly: names and numbers
 * @param confirm the button, named by what it does: “Clear 1,204 messages”
 * @param destructive whether something is lost by it; then Enter does not confirm
 */
public record Confirmation(String title, String sentence, String confirm, boolean destructive) {}
