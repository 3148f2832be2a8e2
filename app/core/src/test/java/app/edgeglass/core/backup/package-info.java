@NullMarked
package app.edgeglass.core.backup;

import org.jspecify.annotations.NullMarked;
