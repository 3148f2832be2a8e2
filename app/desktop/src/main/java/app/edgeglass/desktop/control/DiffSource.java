package app.edgeglass.desktop.control;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Two payloads to be compared.
 *
 * @param after the newer one
 * @param before gives the older one; nothing when there is none; may wait, so it is never called on the window's thread
 */
public record DiffSource(PayloadSource after, Supplier<Optional<Older>> before) {

    /**
     * The older payload.
     *
     * @param payload its bytes
     * @param name what it is, as words of a person, such as {@code #1,233, 2 s earlier}
     */
    public record Older(PayloadSource payload, String name) {}
}
