/** What can go wrong, each with a sentence and what to do next. */
@NullMarked
package app.edgeglass.core.error;

import org.jspecify.annotations.NullMarked;
