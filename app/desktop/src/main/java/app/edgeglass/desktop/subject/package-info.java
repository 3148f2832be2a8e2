/** The live subject tree, its subscriptions and its filter. */
@NullMarked
package app.edgeglass.desktop.subject;

import org.jspecify.annotations.NullMarked;
