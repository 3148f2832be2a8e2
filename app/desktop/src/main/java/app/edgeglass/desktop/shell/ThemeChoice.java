package app.edgeglass.desktop.shell;

/** What a person wants the window to look like. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
