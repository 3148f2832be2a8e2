/** The tab “Events” of a stream’s page: what JetStream tells of it, as a line of time. */
@NullMarked
package app.edgeglass.desktop.advisory;

import org.jspecify.annotations.NullMarked;
