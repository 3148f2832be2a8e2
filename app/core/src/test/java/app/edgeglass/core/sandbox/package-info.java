@NullMarked
package app.edgeglass.core.sandbox;

import org.jspecify.annotations.NullMarked;
