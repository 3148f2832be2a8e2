@NullMarked
package app.edgeglass.core.census;

import org.jspecify.annotations.NullMarked;
