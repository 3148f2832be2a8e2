package app.edgeglass.core.consumer;

/** What may be wrong with a consumer, the worst first. */
public enum Warning {
    /** The server does not run it, or it has no leader. */
    OFFLINE(Weight.BROKEN),
    /** As many messages as may be are not acknowledged, so it delivers nothing more. */
    ACKS_FULL(Weight.BROKEN),
    /** It sends by itself, and nobody listens. */
    NOBODY_LISTENS(Weight.BROKEN),
    /** Messages wait, and nobody asks for them. */
    NOBODY_ASKS(Weight.SUSPECT),
    /** More comes than is worked off. */
    FALLING_BEHIND(Weight.SUSPECT),
    /** More than 80 % of what may be unacknowledged is. */
    ACKS_NEARLY_FULL(Weight.SUSPECT),
    /** A server that keeps it is down or behind. */
    REPLICA_BEHIND(Weight.SUSPECT),
    /** Somebody lets messages be delivered again and again. */
    REDELIVERING(Weight.SUSPECT),
    /** It delivers nothing, since somebody wanted that. */
    PAUSED(Weight.NOTABLE);

    /** How bad it is. */
    public enum Weight {
        BROKEN,
        SUSPECT,
        NOTABLE
    }

    private final Weight weight;

    Warning(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }
}
