@NullMarked
package app.edgeglass.core.stream;

import org.jspecify.annotations.NullMarked;
