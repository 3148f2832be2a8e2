/** The list of streams, one stream's state and configuration, and all that is done to streams. */
@NullMarked
package app.edgeglass.desktop.stream;

import org.jspecify.annotations.NullMarked;
