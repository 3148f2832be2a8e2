/** Messages of streams moved: deleted, copied to other streams, written to files and read from them. */
@NullMarked
package app.edgeglass.core.transfer;

import org.jspecify.annotations.NullMarked;
