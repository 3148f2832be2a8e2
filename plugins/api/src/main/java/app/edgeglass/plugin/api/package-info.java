/** What a plugin implements. */
@NullMarked
package app.edgeglass.plugin.api;

import org.jspecify.annotations.NullMarked;
