package app.edgeglass.plugin.api;

import java.util.Objects;

/**
 * A payload to decode, or the first part of one.
 *
 * @param bytes the bytes at hand, at most the first {@code size}; belongs to the caller, so do not change or keep it
 * @param size the whole payload's size in bytes, which may be more than what is at hand
 * @param subject the subject it arrived on
 */
public record Payload(byte[] bytes, long size, String subject) {

    public Payload {
        Objects.requireNonNull(bytes);
        Objects.requireNonNull(subject);
        if (size < bytes.length) {
            throw new IllegalArgumentException("size " + size + " is less than the " + bytes.length + " bytes at hand");
        }
    }

    /** Whether all of the payload is at hand. */
    public boolean isWhole() {
        return bytes.length == size;
    }
}
