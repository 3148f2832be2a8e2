/** Profiles as a file for others: without secrets, or with them behind a passphrase. */
@NullMarked
package app.edgeglass.core.connection.exchange;

import org.jspecify.annotations.NullMarked;
