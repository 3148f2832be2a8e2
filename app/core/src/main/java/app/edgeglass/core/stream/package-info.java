/** Streams as the server knows them: the list, all of the configuration, and what is done to a stream. */
@NullMarked
package app.edgeglass.core.stream;

import org.jspecify.annotations.NullMarked;
