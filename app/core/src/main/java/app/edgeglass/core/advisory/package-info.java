/** What JetStream tells of itself: advisories of a stream, as sentences on a line of time. */
@NullMarked
package app.edgeglass.core.advisory;

import org.jspecify.annotations.NullMarked;
