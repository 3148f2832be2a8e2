package app.edgeglass.desktop.shell.session;

import app.edgeglass.core.connection.profile.ProfileColour;

/** The style classes of the colours by which a person knows profiles; they set the looked-up colour {@code -eg-own}. */
public final class Colours {

    private Colours() {}

    public static String styleClass(ProfileColour colour) {
        return switch (colour) {
            case NONE -> "eg-colour-none";
            case GREY -> "eg-colour-grey";
            case BLUE -> "eg-colour-blue";
            case GREEN -> "eg-colour-green";
            case YELLOW -> "eg-colour-yellow";
            case ORANGE -> "eg-colour-orange";
            case RED -> "eg-colour-red";
            case PURPLE -> "eg-colour-purple";
        };
    }
}
