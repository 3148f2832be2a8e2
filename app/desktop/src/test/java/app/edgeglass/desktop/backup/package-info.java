@NullMarked
package app.edgeglass.desktop.backup;

import org.jspecify.annotations.NullMarked;
