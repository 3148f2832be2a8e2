/** Secure connections: certificates from files as they are, whom to trust, and what went wrong in a sentence. */
@NullMarked
package app.edgeglass.core.connection.tls;

import org.jspecify.annotations.NullMarked;
