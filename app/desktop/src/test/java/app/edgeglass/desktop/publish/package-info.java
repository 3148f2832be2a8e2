/** Tests of writing, sending and reading replies. */
@NullMarked
package app.edgeglass.desktop.publish;

import org.jspecify.annotations.NullMarked;
