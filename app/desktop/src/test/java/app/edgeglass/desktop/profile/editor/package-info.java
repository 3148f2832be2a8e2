@NullMarked
package app.edgeglass.desktop.profile.editor;

import org.jspecify.annotations.NullMarked;
