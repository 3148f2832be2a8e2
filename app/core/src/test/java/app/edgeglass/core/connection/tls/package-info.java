@NullMarked
package app.edgeglass.core.connection.tls;

import org.jspecify.annotations.NullMarked;
