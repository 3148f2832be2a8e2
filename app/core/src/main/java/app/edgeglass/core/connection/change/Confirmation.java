package app.edgeglass.core.connection.change;

import java.util.Optional;

/**
 * What a person is asked before something is destroyed.
 *
 * @param question whether to do it
 * @param lost what is lost by it, in a sentence
 * @param nameToType what has to be typed exactly; nothing where a plain yes is enough
 */
public record Confirmation(String question, String lost, Optional<String> nameToType) {

    /** @param typed whether the name has to be typed */
    public static Confirmation of(Destruction act, boolean typed) {
        return new Confirmation(act.question(), act.lost(), typed ? Optional.of(act.name()) : Optional.empty());
    }

    /** Whether this answer confirms it: the exact name where that is asked for, and otherwise whatever. */
    public boolean isGivenBy(String typed) {
        return nameToType.isEmpty() || nameToType.get().equals(typed);
    }
}
