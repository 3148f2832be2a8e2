@NullMarked
package app.edgeglass.desktop.census;

import org.jspecify.annotations.NullMarked;
