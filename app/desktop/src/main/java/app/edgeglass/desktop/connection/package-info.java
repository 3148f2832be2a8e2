/** Connecting, and what the window says of the connection. */
@NullMarked
package app.edgeglass.desktop.connection;

import org.jspecify.annotations.NullMarked;
