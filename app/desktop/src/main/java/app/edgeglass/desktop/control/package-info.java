/** The controls that several features share: payloads as text, as bytes and compared. */
@NullMarked
package app.edgeglass.desktop.control;

import org.jspecify.annotations.NullMarked;
