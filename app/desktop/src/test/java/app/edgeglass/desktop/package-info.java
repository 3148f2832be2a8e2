@NullMarked
package app.edgeglass.desktop;

import org.jspecify.annotations.NullMarked;
