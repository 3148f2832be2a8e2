/** Feeds that fill tree and log, the log itself, publishing and requesting, and how payloads read. */
@NullMarked
package app.edgeglass.core.message;

import org.jspecify.annotations.NullMarked;
