/** The tabs of the sessions, and the strip that says what stands behind the shown one. */
@NullMarked
package app.edgeglass.desktop.shell.session;

import org.jspecify.annotations.NullMarked;
