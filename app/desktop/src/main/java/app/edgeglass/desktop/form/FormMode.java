package app.edgeglass.desktop.form;

/**
 * For what a form is used.
 *
 * @param creating whether what is configured is not there yet
 * @param level the API level of the server
 */
public record FormMode(boolean creating, int level) {}
