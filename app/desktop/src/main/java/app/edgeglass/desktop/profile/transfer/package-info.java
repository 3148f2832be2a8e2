/** Connections given to others and taken from them: as a file, or as contexts of the {@code nats} CLI. */
@NullMarked
package app.edgeglass.desktop.profile.transfer;

import org.jspecify.annotations.NullMarked;
