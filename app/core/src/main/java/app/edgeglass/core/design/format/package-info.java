/** How a design is written: reads the YAML, and says everything that is wrong with it by file, line and field. */
@NullMarked
package app.edgeglass.core.design.format;

import org.jspecify.annotations.NullMarked;
