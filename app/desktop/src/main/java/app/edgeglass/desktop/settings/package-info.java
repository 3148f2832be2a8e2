/** The settings as a person sees them. */
@NullMarked
package app.edgeglass.desktop.settings;

import org.jspecify.annotations.NullMarked;
