package app.edgeglass.core.connection.context;

import app.edgeglass.core.error.Failure;
import java.util.Optional;

/**
 * A context in a list.
 *
 * @param name its file's name without the ending
 * @param description empty when there is none, or when the file cannot be read
 * @param urls where it connects to, without user, password and token; empty when the file cannot be read
 * @param selected whether it is the one that the CLI uses when none is named
 * @param problem why it cannot be used
 */
public record ContextRow(String name, String description, String urls, boolean selected, Optional<Failure> problem) {}
