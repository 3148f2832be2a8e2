package app.edgeglass.core.design;

/**
 * Messages that are published on the subjects of a template.
 *
 * @param acknowledged whether the publisher waits for the stream's acknowledgement and counts a missing one as an error
 */
public record Flow(Template subject, String description, Pace pace, MessageTemplate message, boolean acknowledged) {}
