@NullMarked
package app.edgeglass.desktop.fx;

import org.jspecify.annotations.NullMarked;
