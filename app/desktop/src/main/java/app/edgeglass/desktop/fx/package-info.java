/** The way to the window's thread and back, and the lists and samplers that keep that thread free. */
@NullMarked
package app.edgeglass.desktop.fx;

import org.jspecify.annotations.NullMarked;
