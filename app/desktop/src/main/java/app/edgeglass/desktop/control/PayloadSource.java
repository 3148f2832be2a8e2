package app.edgeglass.desktop.control;

import app.edgeglass.plugin.api.Payload;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a payload to be shown comes from.
 *
 * @param name what it belongs to, such as the subject; payloads of the same name are the same thing at different times
 * @param number tells apart payloads of the same name, and stands in the name of a file
 * @param bytes the payload, or its first part; not changed
 * @param size the whole payload's size in bytes
 * @param whole gives all bytes when {@code bytes} are not all; nothing when they are gone; may wait, so it is never called
 *     on the window's thread
 */
public record PayloadSource(String name, long number, byte[] bytes, long size, Supplier<Optional<byte[]>> whole) {

    /** A payload that is all here. */
    public static PayloadSource of(String name, long number, byte[] bytes) {
        return new PayloadSource(name, number, bytes, bytes.length, () -> Optional.of(bytes));
    }

    /** Whether it is the very same payload, which need not be looked at again. */
    boolean isSameAs(PayloadSource other) {
        return number == other.number
                && name.equals(other.name)
                && size == other.size
                && bytes.length == other.bytes.length
                && Arrays.equals(bytes, other.bytes);
    }

    /** The first bytes, as a payload that is part of this one. */
    Payload part(int most) {
        var part = bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
        return new Payload(part, size, name);
    }

    /** All bytes, waited for. */
    Optional<byte[]> all() {
        return bytes.length == size ? Optional.of(bytes) : whole.get();
    }
}
