/** What tests share: a real nats-server. */
@NullMarked
package app.edgeglass.core.testing;

import org.jspecify.annotations.NullMarked;
