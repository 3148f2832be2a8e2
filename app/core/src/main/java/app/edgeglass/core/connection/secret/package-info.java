/** Where the secrets of profiles are kept: the platform's keychain, else the running program's memory. */
@NullMarked
package app.edgeglass.core.connection.secret;

import org.jspecify.annotations.NullMarked;
