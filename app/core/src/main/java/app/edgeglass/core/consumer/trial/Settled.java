package app.edgeglass.core.consumer.trial;

/**
 * What became of word that was sent of several messages.
 *
 * @param sent how many there were
 * @param confirmed of how many the consumer said that it noted it
 * @param inDoubt of how many nobody knows whether the server got it
 */
public record Settled(int sent, int confirmed, int inDoubt) {}
