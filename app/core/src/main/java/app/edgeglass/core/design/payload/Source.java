package app.edgeglass.core.design.payload;

import org.jspecify.annotations.Nullable;

/** Gives a value for each message. */
interface Source {

    /**
     * @return a String, Long, BigInteger, BigDecimal, Boolean or null; for what is no plain value a Map with its order or a
     *     List of such
     */
    @Nullable
    Object next(Draw draw);
}
