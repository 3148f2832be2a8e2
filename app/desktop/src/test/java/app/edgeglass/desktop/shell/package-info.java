@NullMarked
package app.edgeglass.desktop.shell;

import org.jspecify.annotations.NullMarked;
