@NullMarked
package app.edgeglass.core.settings;

import org.jspecify.annotations.NullMarked;
