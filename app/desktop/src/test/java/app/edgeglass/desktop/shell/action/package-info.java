@NullMarked
package app.edgeglass.desktop.shell.action;

import org.jspecify.annotations.NullMarked;
