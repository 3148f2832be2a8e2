/** What streams and consumers have in common: the API by which JetStream is asked, its refusals, what a server is able to. */
@NullMarked
package app.edgeglass.core.jetstream;

import org.jspecify.annotations.NullMarked;
