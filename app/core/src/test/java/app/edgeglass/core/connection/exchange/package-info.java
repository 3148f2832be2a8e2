@NullMarked
package app.edgeglass.core.connection.exchange;

import org.jspecify.annotations.NullMarked;
