@NullMarked
package app.edgeglass.core.design;

import org.jspecify.annotations.NullMarked;
