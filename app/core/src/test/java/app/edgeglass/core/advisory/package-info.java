@NullMarked
package app.edgeglass.core.advisory;

import org.jspecify.annotations.NullMarked;
