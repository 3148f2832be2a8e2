@NullMarked
package app.edgeglass.core.connection.secret;

import org.jspecify.annotations.NullMarked;
