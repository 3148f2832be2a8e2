@NullMarked
package app.edgeglass.core.consumer.trial;

import org.jspecify.annotations.NullMarked;
