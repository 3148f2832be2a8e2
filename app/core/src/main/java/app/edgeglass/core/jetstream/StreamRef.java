package app.edgeglass.core.jetstream;

import app.edgeglass.core.connection.Session;

/** One stream of the JetStream that a session asks. Two sessions may each have a stream of the same name. */
public record StreamRef(Session session, String name) {}
