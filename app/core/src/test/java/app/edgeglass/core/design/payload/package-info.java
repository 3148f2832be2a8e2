@NullMarked
package app.edgeglass.core.design.payload;

import org.jspecify.annotations.NullMarked;
