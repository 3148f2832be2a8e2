@NullMarked
package app.edgeglass.core.transfer;

import org.jspecify.annotations.NullMarked;
