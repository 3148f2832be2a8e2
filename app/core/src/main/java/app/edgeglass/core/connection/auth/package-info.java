/** By what a server lets us in: a profile's login with its secrets, as the client takes it. */
@NullMarked
package app.edgeglass.core.connection.auth;

import org.jspecify.annotations.NullMarked;
