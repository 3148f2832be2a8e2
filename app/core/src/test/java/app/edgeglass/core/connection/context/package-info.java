@NullMarked
package app.edgeglass.core.connection.context;

import org.jspecify.annotations.NullMarked;
