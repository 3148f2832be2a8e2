@NullMarked
package app.edgeglass.core.design.format;

import org.jspecify.annotations.NullMarked;
