/** Streams with all that is in them, saved to a folder and restored from it, in the form that {@code nats stream backup} has. */
@NullMarked
package app.edgeglass.core.backup;

import org.jspecify.annotations.NullMarked;
