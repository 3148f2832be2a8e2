/**
 * How payloads read: their kind, their one-line preview, their text laid out in lines, their bytes, and what differs between
 * two of them. Pure functions of bytes, safe on whatever a server sends: never an exception, never more memory than a small
 * multiple of the payload.
 */
@NullMarked
package app.edgeglass.core.payload;

import org.jspecify.annotations.NullMarked;
