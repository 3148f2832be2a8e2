/** The driver of the real window for tests. */
@NullMarked
package app.edgeglass.desktop.testing;

import org.jspecify.annotations.NullMarked;
