package app.edgeglass.desktop.shell.notice;

/** How much a notice matters. */
public enum Severity {
    INFO,
    SUCCESS,
    WARNING,
    ERROR
}
