/** Tests of publishing and requesting, on real servers. */
@NullMarked
package app.edgeglass.core.publish;

import org.jspecify.annotations.NullMarked;
