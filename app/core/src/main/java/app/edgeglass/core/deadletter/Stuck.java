package app.edgeglass.core.deadletter;

/** A message that was given up, with what is known of its content. */
public record Stuck(DeadLetter letter, Content content) {}
