package app.edgeglass.desktop.control;

import app.edgeglass.core.connection.profile.ProfileColour;
import java.util.Locale;
import javafx.scene.layout.Region;

/** The round mark in the colour by which a person knows a connection. One without a colour is a ring. */
public final class ColourDot extends Region {

    public ColourDot() {
        show(ProfileColour.NONE);
    }

    public ColourDot(ProfileColour colour) {
        show(colour);
    }

    public void show(ProfileColour colour) {
        getStyleClass().setAll("eg-colour-dot", styleClass(colour));
    }

    /** The style class that sets {@code -eg-own}, such as {@code eg-colour-blue}. */
    public static String styleClass(ProfileColour colour) {
        return "eg-colour-" + colour.name().toLowerCase(Locale.ROOT);
    }
}
