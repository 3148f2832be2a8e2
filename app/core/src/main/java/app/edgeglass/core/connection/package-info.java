/** Profiles, and sessions: live connections to a server and what happens to them. */
@NullMarked
package app.edgeglass.core.connection;

import org.jspecify.annotations.NullMarked;
