/** What the window asks a person: to confirm, and for files. */
@NullMarked
package app.edgeglass.desktop.shell.dialog;

import org.jspecify.annotations.NullMarked;
