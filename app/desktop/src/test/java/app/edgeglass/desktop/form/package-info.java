@NullMarked
package app.edgeglass.desktop.form;

import org.jspecify.annotations.NullMarked;
