@NullMarked
package app.edgeglass.core.connection;

import org.jspecify.annotations.NullMarked;
