@NullMarked
package app.edgeglass.desktop.consumer;

import org.jspecify.annotations.NullMarked;
