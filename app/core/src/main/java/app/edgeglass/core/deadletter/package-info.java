/** Messages that a consumer has given up: found, read, taken elsewhere, sent once more. */
@NullMarked
package app.edgeglass.core.deadletter;

import org.jspecify.annotations.NullMarked;
