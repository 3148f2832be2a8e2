@NullMarked
package app.edgeglass.desktop.message;

import org.jspecify.annotations.NullMarked;
