package app.edgeglass.desktop.shell;

/** How a state or a figure is to be taken, and with it its colour. */
public enum Tone {
    /** Nothing to say about it. */
    PLAIN,
    /** As it should be. */
    GOOD,
    /** Under way. */
    BUSY,
    /** To be looked at. */
    WARNING,
    /** Broken. */
    BAD;

    String styleClass() {
        return switch (this) {
            case PLAIN -> "eg-tone-plain";
            case GOOD -> "eg-tone-good";
            case BUSY -> "eg-tone-busy";
            case WARNING -> "eg-tone-warning";
            case BAD -> "eg-tone-bad";
        };
    }
}
