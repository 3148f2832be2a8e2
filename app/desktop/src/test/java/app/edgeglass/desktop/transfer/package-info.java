@NullMarked
package app.edgeglass.desktop.transfer;

import org.jspecify.annotations.NullMarked;
