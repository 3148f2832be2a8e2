/** The contexts of the {@code nats} command line: listed, used, imported and exported. */
@NullMarked
package app.edgeglass.core.connection.context;

import org.jspecify.annotations.NullMarked;
