@NullMarked
package app.edgeglass.core.deadletter;

import org.jspecify.annotations.NullMarked;
