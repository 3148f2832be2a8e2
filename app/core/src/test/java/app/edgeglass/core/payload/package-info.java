@NullMarked
package app.edgeglass.core.payload;

import org.jspecify.annotations.NullMarked;
