/** Configurations of streams and consumers as the server's own JSON: what a field is, what was changed, what may be. */
@NullMarked
package app.edgeglass.core.jetstream.config;

import org.jspecify.annotations.NullMarked;
