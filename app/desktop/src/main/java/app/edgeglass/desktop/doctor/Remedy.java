package app.edgeglass.desktop.doctor;

/**
 * Something that can be done at once about what an examination found, as a button below it.
 *
 * @param id in kebab-case
 * @param text what it does
 */
public record Remedy(String id, String text, Runnable action) {}
