package app.edgeglass.core.connection.doctor;

import java.util.List;

/**
 * All that a stage found out.
 *
 * @param told in the order in which a person wants to read it
 * @param chain the certificates that the server showed, its own first; of the stage {@link Stage#TLS} only
 */
public record Facts(List<Fact> told, List<Certificate> chain) {

    public static final Facts NONE = new Facts(List.of(), List.of());

    public Facts {
        told = List.copyOf(told);
        chain = List.copyOf(chain);
    }
}
