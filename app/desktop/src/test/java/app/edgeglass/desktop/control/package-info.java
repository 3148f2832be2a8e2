@NullMarked
package app.edgeglass.desktop.control;

import org.jspecify.annotations.NullMarked;
