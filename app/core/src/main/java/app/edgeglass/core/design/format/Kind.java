package app.edgeglass.core.design.format;

import java.util.Optional;

/** Makes a value of what stands at a spot, or says there what is wrong with it and gives none. */
interface Kind<T> {

    Optional<T> read(Spot spot);
}
