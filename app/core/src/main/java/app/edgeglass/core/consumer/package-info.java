/**
 * Consumers of a stream: the list of them as the server tells it, what is out of order with them, their configuration as raw
 * JSON, and what can be done to them.
 */
@NullMarked
package app.edgeglass.core.consumer;

import org.jspecify.annotations.NullMarked;
