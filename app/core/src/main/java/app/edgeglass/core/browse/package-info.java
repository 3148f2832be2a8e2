/** The messages of a stream: read by their sequence, so that nothing is left on the server and nothing is acknowledged. */
@NullMarked
package app.edgeglass.core.browse;

import org.jspecify.annotations.NullMarked;
