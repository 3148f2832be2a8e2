package app.edgeglass.core.connection.profile;

/** By which colour a person knows a connection from the others; which shade each is, the window's theme says. */
public enum ProfileColour {
    NONE,
    GREY,
    BLUE,
    GREEN,
    YELLOW,
    ORANGE,
    RED,
    PURPLE
}
