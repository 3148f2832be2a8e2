package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.ProfileColour;
import java.util.Locale;
import java.util.Optional;

/** Colours that a profile and the CLI's tables both have. */
final class ContextColours {

    private ContextColours() {}

    /** The colour of a scheme; none for no scheme; nothing for one that profiles have no colour for. */
    static Optional<ProfileColour> colour(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(ProfileColour.NONE);
            case "blue" -> Optional.of(ProfileColour.BLUE);
            case "green" -> Optional.of(ProfileColour.GREEN);
            case "yellow" -> Optional.of(ProfileColour.YELLOW);
            case "red" -> Optional.of(ProfileColour.RED);
            case "magenta" -> Optional.of(ProfileColour.PURPLE);
            default -> Optional.empty();
        };
    }

    /** The scheme of a colour; nothing for one that the CLI does not have. */
    static Optional<String> scheme(ProfileColour colour) {
        return switch (colour) {
            case NONE -> Optional.of("");
            case BLUE, GREEN, YELLOW, RED -> Optional.of(colour.name().toLowerCase(Locale.ROOT));
            case PURPLE -> Optional.of("magenta");
            case GREY, ORANGE -> Optional.empty();
        };
    }
}
