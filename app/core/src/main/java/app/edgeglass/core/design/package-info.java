/** Designs of a subject namespace: their file format, its validation, and running one against a session. */
@NullMarked
package app.edgeglass.core.design;

import org.jspecify.annotations.NullMarked;
