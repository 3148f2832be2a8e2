@NullMarked
package app.edgeglass.core.design.simulation;

import org.jspecify.annotations.NullMarked;
