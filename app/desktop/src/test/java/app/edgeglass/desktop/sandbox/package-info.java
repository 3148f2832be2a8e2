@NullMarked
package app.edgeglass.desktop.sandbox;

import org.jspecify.annotations.NullMarked;
