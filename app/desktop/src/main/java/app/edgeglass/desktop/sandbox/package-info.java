/** The local server: start, stop, its world and its log. */
@NullMarked
package app.edgeglass.desktop.sandbox;

import org.jspecify.annotations.NullMarked;
