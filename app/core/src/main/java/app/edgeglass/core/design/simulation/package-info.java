/** Runs a design against a session: creates what it asks for, then publishes, answers and works at its rates. */
@NullMarked
package app.edgeglass.core.design.simulation;

import org.jspecify.annotations.NullMarked;
