/** Where things are kept on this machine, and the versioned settings file. */
@NullMarked
package app.edgeglass.core.settings;

import org.jspecify.annotations.NullMarked;
