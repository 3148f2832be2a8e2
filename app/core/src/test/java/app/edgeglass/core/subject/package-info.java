@NullMarked
package app.edgeglass.core.subject;

import org.jspecify.annotations.NullMarked;
