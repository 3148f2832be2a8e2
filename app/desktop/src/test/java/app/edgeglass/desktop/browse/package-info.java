@NullMarked
package app.edgeglass.desktop.browse;

import org.jspecify.annotations.NullMarked;
