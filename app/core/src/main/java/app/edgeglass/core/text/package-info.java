/** The words that a person reads, and how numbers become such words. */
@NullMarked
package app.edgeglass.core.text;

import org.jspecify.annotations.NullMarked;
