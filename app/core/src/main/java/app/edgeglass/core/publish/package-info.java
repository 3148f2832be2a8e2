/** Publishing and requesting: drafts, what is wrong with them, sending them once or again and again. */
@NullMarked
package app.edgeglass.core.publish;

import org.jspecify.annotations.NullMarked;
