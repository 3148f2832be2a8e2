package app.edgeglass.core.census;

/**
 * How far a {@link Census} is.
 *
 * @param counted subjects so far
 * @param total subjects of the stream
 * @param ended whether all was asked for. Some may still be missing then, which have come or gone meanwhile
 */
public record CensusProgress(long counted, long total, boolean ended) {

    /** Nothing is known yet. */
    public static final CensusProgress BEGUN = new CensusProgress(0, 0, false);

    /** How many subjects were not seen. */
    public long missing() {
        return total - counted;
    }
}
