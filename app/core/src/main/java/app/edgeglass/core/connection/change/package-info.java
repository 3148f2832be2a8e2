/** What changes a server: each kind with its sentence, what is lost by it, and which questions change nothing. */
@NullMarked
package app.edgeglass.core.connection.change;

import org.jspecify.annotations.NullMarked;
