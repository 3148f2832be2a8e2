@NullMarked
package app.edgeglass.core.connection.doctor;

import org.jspecify.annotations.NullMarked;
