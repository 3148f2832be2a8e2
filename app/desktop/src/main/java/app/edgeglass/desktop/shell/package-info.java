/** The window itself: its frame, navigation, status bar, look and start. */
@NullMarked
package app.edgeglass.desktop.shell;

import org.jspecify.annotations.NullMarked;
