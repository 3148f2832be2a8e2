/** Tests a profile step by step, from its server's name to its permissions, and says of each step what is wrong with it. */
@NullMarked
package app.edgeglass.core.connection.doctor;

import org.jspecify.annotations.NullMarked;
