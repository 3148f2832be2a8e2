@NullMarked
package app.edgeglass.desktop.settings;

import org.jspecify.annotations.NullMarked;
