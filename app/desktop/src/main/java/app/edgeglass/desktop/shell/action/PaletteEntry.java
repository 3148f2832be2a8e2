package app.edgeglass.desktop.shell.action;

/**
 * Something that the palette can lead to besides actions, such as a subject.
 *
 * @param title what it is
 * @param detail more of it, shown small; may be empty
 * @param run goes there; called on the window's thread
 */
public record PaletteEntry(String title, String detail, Runnable run) {}
