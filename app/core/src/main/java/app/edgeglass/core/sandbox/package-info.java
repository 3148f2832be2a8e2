/** A real nats-server process on this machine. */
@NullMarked
package app.edgeglass.core.sandbox;

import org.jspecify.annotations.NullMarked;
