package app.edgeglass.core.design;

import java.time.Duration;

/** Somebody who sends requests on the subjects of a template. */
public record Requester(Template subject, String description, Pace pace, Duration timeout, MessageTemplate message) {}
