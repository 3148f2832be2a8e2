/** A profile as a form: what is typed, what is wrong with it, and what it comes to. */
@NullMarked
package app.edgeglass.desktop.profile.editor;

import org.jspecify.annotations.NullMarked;
