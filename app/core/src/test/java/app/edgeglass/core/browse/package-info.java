@org.jspecify.annotations.NullMarked
package app.edgeglass.core.browse;
