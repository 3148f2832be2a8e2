/** The connections that a person keeps, and those of the {@code nats} CLI: found, edited, opened, exchanged. */
@NullMarked
package app.edgeglass.desktop.profile;

import org.jspecify.annotations.NullMarked;
