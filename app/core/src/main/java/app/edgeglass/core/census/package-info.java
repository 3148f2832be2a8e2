/** The subjects of a stream, counted as a tree, whatever their number. */
@NullMarked
package app.edgeglass.core.census;

import org.jspecify.annotations.NullMarked;
