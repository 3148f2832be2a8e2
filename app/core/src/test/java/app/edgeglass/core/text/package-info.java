@NullMarked
package app.edgeglass.core.text;

import org.jspecify.annotations.NullMarked;
