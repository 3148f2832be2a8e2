/** Subjects as a tree, live or counted: a table of its rows, and the field that filters them. */
@NullMarked
package app.edgeglass.desktop.control.tree;

import org.jspecify.annotations.NullMarked;
