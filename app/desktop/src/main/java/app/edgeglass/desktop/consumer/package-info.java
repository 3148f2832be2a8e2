/** The consumers of a stream: the list of them, their configuration, what can be done to them, and trying them out by hand. */
@NullMarked
package app.edgeglass.desktop.consumer;

import org.jspecify.annotations.NullMarked;
