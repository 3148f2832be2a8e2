/** The messages of a stream, of whatever length, as a table. */
@NullMarked
package app.edgeglass.desktop.browse;

import org.jspecify.annotations.NullMarked;
