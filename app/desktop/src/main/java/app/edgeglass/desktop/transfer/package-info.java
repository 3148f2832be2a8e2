/** Messages of a stream moved: deleted, exported, imported, copied. */
@NullMarked
package app.edgeglass.desktop.transfer;

import org.jspecify.annotations.NullMarked;
