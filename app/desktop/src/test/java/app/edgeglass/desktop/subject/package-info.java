@NullMarked
package app.edgeglass.desktop.subject;

import org.jspecify.annotations.NullMarked;
