@NullMarked
package app.edgeglass.desktop.advisory;

import org.jspecify.annotations.NullMarked;
