/** What is kept of a server: how to reach it, how to be let in, what one may do there. Without secrets. */
@NullMarked
package app.edgeglass.core.connection.profile;

import org.jspecify.annotations.NullMarked;
