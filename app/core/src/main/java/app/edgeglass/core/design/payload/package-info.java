/** Makes the messages of a design: draws values and writes them as JSON, text or bytes. */
@NullMarked
package app.edgeglass.core.design.payload;

import org.jspecify.annotations.NullMarked;
