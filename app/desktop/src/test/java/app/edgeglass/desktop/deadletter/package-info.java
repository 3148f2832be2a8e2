@NullMarked
package app.edgeglass.desktop.deadletter;

import org.jspecify.annotations.NullMarked;
