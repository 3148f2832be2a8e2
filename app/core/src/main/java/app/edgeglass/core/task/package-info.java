/** Work that runs off the screen's thread. */
@NullMarked
package app.edgeglass.core.task;

import org.jspecify.annotations.NullMarked;
