/** A form for any configuration that is kept as JSON: its fields, what may be changed of them, and what was. */
@NullMarked
package app.edgeglass.desktop.form;

import org.jspecify.annotations.NullMarked;
