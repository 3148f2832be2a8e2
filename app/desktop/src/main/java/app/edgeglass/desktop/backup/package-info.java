/** Saving a stream to a folder and restoring one from it: what is asked before, how far it is, and what came of it. */
@NullMarked
package app.edgeglass.desktop.backup;

import org.jspecify.annotations.NullMarked;
