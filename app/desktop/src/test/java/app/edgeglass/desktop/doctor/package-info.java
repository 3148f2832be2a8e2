@NullMarked
package app.edgeglass.desktop.doctor;

import org.jspecify.annotations.NullMarked;
