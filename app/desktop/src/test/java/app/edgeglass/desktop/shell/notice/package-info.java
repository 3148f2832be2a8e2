@NullMarked
package app.edgeglass.desktop.shell.notice;

import org.jspecify.annotations.NullMarked;
