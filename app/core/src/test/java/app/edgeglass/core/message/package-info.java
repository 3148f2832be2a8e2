@NullMarked
package app.edgeglass.core.message;

import org.jspecify.annotations.NullMarked;
