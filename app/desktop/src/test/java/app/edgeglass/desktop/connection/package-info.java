@NullMarked
package app.edgeglass.desktop.connection;

import org.jspecify.annotations.NullMarked;
