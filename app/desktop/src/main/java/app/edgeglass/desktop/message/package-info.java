/** The table of messages, and the details of one. */
@NullMarked
package app.edgeglass.desktop.message;

import org.jspecify.annotations.NullMarked;
