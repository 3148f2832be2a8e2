@NullMarked
package app.edgeglass.core.connection.store;

import org.jspecify.annotations.NullMarked;
