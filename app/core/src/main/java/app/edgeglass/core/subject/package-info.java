/** Subjects, patterns over them, and the live counting tree. */
@NullMarked
package app.edgeglass.core.subject;

import org.jspecify.annotations.NullMarked;
