@NullMarked
package app.edgeglass.desktop.stream;

import org.jspecify.annotations.NullMarked;
