/**
 * Designs of a subject namespace, as data: subjects and what is published on them, streams, consumers, buckets. How a design
 * is written and read stands in {@code design.format}, what its messages hold in {@code design.payload}, running one
 * against a session in {@code design.simulation}.
 */
@NullMarked
package app.edgeglass.core.design;

import org.jspecify.annotations.NullMarked;
