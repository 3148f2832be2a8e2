package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.PayloadPage;

/**
 * A payload as it is on the screen.
 *
 * @param source what is shown
 * @param page how it is laid out
 * @param bytesShown how many of its bytes are
 * @param samePlace whether the reader keeps his place: it is a newer state of what was shown before, in the same form
 */
public record ShownPayload(PayloadSource source, PayloadPage page, long bytesShown, boolean samePlace) {

    /** Whether all bytes are shown. */
    public boolean isAll() {
        return bytesShown == source.size();
    }
}
