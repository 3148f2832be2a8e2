/** Where messages are written, published and requested, and where the replies are read. */
@NullMarked
package app.edgeglass.desktop.publish;

import org.jspecify.annotations.NullMarked;
