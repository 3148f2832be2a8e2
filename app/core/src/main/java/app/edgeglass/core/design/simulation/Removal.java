package app.edgeglass.core.design.simulation;

import java.util.List;

/**
 * What came of removing a world's assets.
 *
 * @param removed gone with all that was in them
 * @param kept left alone, since they do not carry the mark of the world: somebody else created them
 */
public record Removal(List<Asset> removed, List<Asset> kept) {

    public Removal {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
