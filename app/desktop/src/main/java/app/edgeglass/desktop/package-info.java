/** The program: its start, and the one place where all of it is put together. */
@NullMarked
package app.edgeglass.desktop;

import org.jspecify.annotations.NullMarked;
