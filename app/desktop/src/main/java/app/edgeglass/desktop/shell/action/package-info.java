/** What a person can do, in one registry: the command palette, the shortcuts and their overview come from it. */
@NullMarked
package app.edgeglass.desktop.shell.action;

import org.jspecify.annotations.NullMarked;
