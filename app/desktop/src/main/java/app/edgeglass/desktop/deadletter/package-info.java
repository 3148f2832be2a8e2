/** The tab “Dead letters” of a stream’s page: what its consumers gave up, to be read and taken elsewhere. */
@NullMarked
package app.edgeglass.desktop.deadletter;

import org.jspecify.annotations.NullMarked;
