@NullMarked
package app.edgeglass.core.connection.profile;

import org.jspecify.annotations.NullMarked;
