package app.edgeglass.desktop.shell;

/**
 * A figure in the status bar.
 *
 * @param id stable, in kebab-case, such as {@code received}
 * @param label one word
 * @param value the count
 * @param tone {@link Tone#WARNING} for what was lost, and only when there is some
 * @param explanation what exactly is counted, for the tooltip
 */
public record Counter(String id, String label, long value, Tone tone, String explanation) {}
