@NullMarked
package app.edgeglass.core.connection.change;

import org.jspecify.annotations.NullMarked;
