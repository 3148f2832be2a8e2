/** Measurements that packaging/bench runs: ratios against the raw client, taken in one run. */
@NullMarked
package app.edgeglass.core.bench;

import org.jspecify.annotations.NullMarked;
