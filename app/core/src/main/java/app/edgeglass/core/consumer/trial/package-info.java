/**
 * Trying a consumer out by hand: taking messages from it as an application does, settling each, and looking at the same
 * messages without taking any.
 */
@NullMarked
package app.edgeglass.core.consumer.trial;

import org.jspecify.annotations.NullMarked;
