package app.edgeglass.core.design;

import java.time.Duration;

/**
 * Somebody who answers requests on the subjects of a template.
 *
 * @param queue the queue group; empty for none
 * @param least how long an answer takes at least
 * @param most how long at most
 */
public record Responder(
        Template subject, String description, String queue, Duration least, Duration most, MessageTemplate reply) {}
