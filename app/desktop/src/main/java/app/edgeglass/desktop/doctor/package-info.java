/** The examination of a connection, stage by stage, as it goes on. */
@NullMarked
package app.edgeglass.desktop.doctor;

import org.jspecify.annotations.NullMarked;
