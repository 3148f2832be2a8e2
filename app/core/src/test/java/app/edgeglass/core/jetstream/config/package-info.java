@NullMarked
package app.edgeglass.core.jetstream.config;

import org.jspecify.annotations.NullMarked;
