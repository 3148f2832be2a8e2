package app.edgeglass.desktop.settings;

/** What the window opens when nothing is asked for. */
public enum AtStart {
    /** What was open last, if a server was among it; else the sample world. */
    LAST,
    SAMPLE,
    /** Nothing: the page with the ways to a session. */
    PAGE
}
