/** The subjects of a stream with their counts, as a tree. */
@NullMarked
package app.edgeglass.desktop.census;

import org.jspecify.annotations.NullMarked;
