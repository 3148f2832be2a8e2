@NullMarked
package app.edgeglass.core.consumer;

import org.jspecify.annotations.NullMarked;
