package app.edgeglass.core.connection;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What JetStream says of itself to this user ({@code $JS.API.INFO}). It may be the JetStream of another server than the
 * one that is connected to, as behind a leaf node.
 *
 * @param domain its domain, if it has one
 * @param apiLevel its API level; servers before 2.11 tell none
 */
public record JetStreamDetails(Optional<String> domain, OptionalInt apiLevel) {}
