/** The file of profiles, and which of them were open. */
@NullMarked
package app.edgeglass.core.connection.store;

import org.jspecify.annotations.NullMarked;
