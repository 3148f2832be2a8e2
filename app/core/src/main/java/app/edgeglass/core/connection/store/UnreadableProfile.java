package app.edgeglass.core.connection.store;

import app.edgeglass.core.error.Failure;

/**
 * An entry of the file that this version cannot make a profile of. It stays in the file as it is.
 *
 * @param name what its name seems to be; empty when it has none
 * @param failure what is wrong with it
 */
public record UnreadableProfile(String name, Failure failure) {}
